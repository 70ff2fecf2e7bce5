import { Copy, MessageSquarePlus, TextQuote, Underline } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { IconButton } from '@renderer/ui/IconButton';
import { MenuButton } from '@renderer/ui/MenuButton';
import styles from './annotations.module.css';
import { FloatingCard } from './FloatingCard';
import { meaningOfKey } from './meanings';
import { MeaningButtons } from './MeaningButtons';
import type { NoteActs } from './note-acts';
import type { EvidenceTexts } from './evidence';

/** Props of {@link SelectionBar}. */
export interface SelectionBarProps {
  readonly acts: NoteActs;
  readonly texts: EvidenceTexts;
  readonly anchor: () => DOMRect | undefined;
  /** Whether it was asked for with the keyboard. */
  readonly isFocused: boolean;
  readonly onClose: () => void;
}

/** What can be done with the selected text, beside it: one press marks it. */
export function SelectionBar({ acts, texts, anchor, isFocused, onClose }: SelectionBarProps): ReactNode {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFocused) bar.current?.querySelector<HTMLElement>('button')?.focus();
  }, [isFocused]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const meaning = meaningOfKey(event.key);
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (meaning !== undefined) acts.mark(meaning);
    else if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowRight') buttons[(at + 1) % buttons.length]?.focus();
    else if (event.key === 'ArrowLeft') buttons.at(at - 1)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <FloatingCard label="Mark the selection" role="toolbar" anchor={anchor} onKeyDown={onKeyDown}>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keeps what is selected selected */}
      <div ref={bar} className={styles['bar']} onMouseDown={(event) => event.preventDefault()}>
        <MeaningButtons onChoose={(meaning) => acts.mark(meaning)} />
        <span className={styles['divider']} />
        <IconButton
          label="Underline"
          icon={Underline}
          size="small"
          onPress={() => acts.mark('minor', 'underline')}
        />
        <IconButton
          label="Mark and comment"
          icon={MessageSquarePlus}
          size="small"
          onPress={() => {
            const id = acts.mark('question');
            if (id !== null) acts.openCard(id, true);
          }}
        />
        <IconButton label="Copy" icon={Copy} size="small" onPress={() => acts.copy(null)} />
        <MenuButton
          label="Quote in the review"
          isDisabled={texts.fields.length === 0}
          icon={TextQuote}
          size="small"
          items={texts.fields.map(({ id, label }) => ({
            id,
            title: label,
            run: () => acts.quote(id, null),
          }))}
        />
      </div>
    </FloatingCard>
  );
}
