import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import styles from './quick-pick.module.css';
import dialogStyles from './dialog.module.css';
import { Kbd } from './Kbd';
import { noteModal } from './modals';

/** One row of a {@link QuickPick}. */
export interface QuickPickItem {
  readonly id: string;
  readonly title: string;
  /** A few words at the end of the row. */
  readonly section?: string | undefined;
  /** Shown at the end of the row, as in `Command.shortcut`. */
  readonly shortcut?: string | undefined;
}

/** Props of {@link QuickPick}. */
export interface QuickPickProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What the sheet and its list are, for assistive tools: "Commands". */
  readonly label: string;
  /** What one types: "Command". */
  readonly queryLabel: string;
  readonly placeholder: string;
  /** What is said when nothing is found. */
  readonly nothing: string;
  /** What is offered for what was typed, best first. */
  readonly find: (query: string) => readonly QuickPickItem[];
  /** Called once the sheet has gone and the focus is back where it was. */
  readonly onChoose: (id: string) => void;
}

function PickBody({ onClose, onChoose, find, ...words }: Omit<QuickPickProps, 'isOpen'>): ReactNode {
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const found = find(query);
  const activeRow = useRef<HTMLLIElement>(null);
  useEffect(noteModal, []);
  useEffect(() => {
    activeRow.current?.scrollIntoView?.({ block: 'nearest' });
  }, [active, query]);

  const choose = (index: number): void => {
    const item = found[index];
    if (!item) return;
    onClose();
    // After the sheet has gone and the focus is back where it was, so that what follows meets the real place.
    setTimeout(() => onChoose(item.id));
  };
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      const next = active + step;
      const wraps = Math.abs(step) === 1;
      setActive(wraps ? (next + found.length) % found.length : Math.min(found.length - 1, Math.max(0, next)));
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(active);
    }
  };

  return (
    <>
      <input
        className={styles['query']}
        role="combobox"
        aria-label={words.queryLabel}
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={found[active] && `${id}-${active}`}
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- a palette is opened to type in
        autoFocus
        value={query}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
      />
      <ul id={id} role="listbox" aria-label={words.label} className={styles['list']}>
        {found.map((item, index) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are handled by the input that owns the list
          <li
            key={item.id}
            id={`${id}-${index}`}
            ref={index === active ? activeRow : null}
            role="option"
            aria-selected={index === active}
            className={styles['row']}
            onPointerMove={() => setActive(index)}
            onClick={() => choose(index)}
          >
            <span className={styles['title']}>{item.title}</span>
            {item.section !== undefined && <span className={styles['section']}>{item.section}</span>}
            {item.shortcut !== undefined && <Kbd shortcut={item.shortcut} />}
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <div role="status" className={styles['empty']}>
          {words.nothing}
        </div>
      )}
    </>
  );
}

/** A sheet that finds one of many things by typing a part of its name. */
export function QuickPick({ isOpen, ...props }: QuickPickProps): ReactNode {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && props.onClose()}
      isDismissable
      className={dialogStyles['overlay'] ?? ''}
    >
      <Modal className={`${dialogStyles['modal']} ${dialogStyles['normal']}`}>
        <AriaDialog aria-label={props.label} className={dialogStyles['dialog'] ?? ''}>
          <PickBody {...props} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
