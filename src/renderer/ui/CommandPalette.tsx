import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { inForce, searchCommands } from './command-search';
import styles from './command-palette.module.css';
import { isCommandEnabled, runCommand, shortcutsOf, useCommandList } from './commands';
import dialogStyles from './dialog.module.css';
import { Kbd } from './Kbd';
import { noteModal } from './modals';

/** Props of {@link CommandPalette}. */
export interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function PaletteBody({ onClose }: { readonly onClose: () => void }): ReactNode {
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { commands, recentIds } = useCommandList();
  const found = searchCommands(
    inForce(commands).filter((command) => !command.isHiddenInPalette && isCommandEnabled(command)),
    query,
    recentIds,
  );
  const activeRow = useRef<HTMLLIElement>(null);
  useEffect(noteModal, []);
  useEffect(() => {
    activeRow.current?.scrollIntoView?.({ block: 'nearest' });
  }, [active, query]);

  const choose = (index: number): void => {
    const command = found[index];
    if (!command) return;
    onClose();
    // After the palette has gone and the focus is back where it was, so that the command meets the real place.
    setTimeout(() => runCommand(command.id));
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
        aria-label="Command"
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={found[active] && `${id}-${active}`}
        placeholder="What do you want to do?"
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
      <ul id={id} role="listbox" aria-label="Commands" className={styles['list']}>
        {found.map((command, index) => {
          const shortcut = shortcutsOf(command)[0];
          return (
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are handled by the input that owns the list
            <li
              key={command.id}
              id={`${id}-${index}`}
              ref={index === active ? activeRow : null}
              role="option"
              aria-selected={index === active}
              className={styles['row']}
              onPointerMove={() => setActive(index)}
              onClick={() => choose(index)}
            >
              <span className={styles['title']}>{command.title}</span>
              <span className={styles['section']}>{command.section}</span>
              {shortcut !== undefined && <Kbd shortcut={shortcut} />}
            </li>
          );
        })}
      </ul>
      {found.length === 0 && (
        <div role="status" className={styles['empty']}>
          No command matches
        </div>
      )}
    </>
  );
}

/** Every command that can be done now, found by typing a part of its name. */
export function CommandPalette({ isOpen, onClose }: CommandPaletteProps): ReactNode {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className={dialogStyles['overlay'] ?? ''}
    >
      <Modal className={`${dialogStyles['modal']} ${dialogStyles['normal']}`}>
        <AriaDialog aria-label="Commands" className={dialogStyles['dialog'] ?? ''}>
          <PaletteBody onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
