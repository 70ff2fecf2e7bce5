import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { IconButton } from '@renderer/ui/IconButton';
import { LazyMarkdown } from '@renderer/ui/LazyMarkdown';
import { toPageWords } from '@shared/anchor/citation';
import { MEANING_NAMES } from '@shared/anchor/notes-text';
import styles from './annotations.module.css';
import { FloatingCard } from './FloatingCard';
import type { ReceivedNote } from './received-notes';

/** Props of {@link ReceivedNoteCard}. */
export interface ReceivedNoteCardProps {
  readonly note: ReceivedNote;
  readonly anchor: () => DOMRect | undefined;
  readonly onClose: () => void;
  /** Called with an address in the comment that was pressed. */
  readonly onLink: (url: string) => void;
}

/** A reviewer's note, beside its mark, to be read. */
export function ReceivedNoteCard({ note, anchor, onClose, onLink }: ReceivedNoteCardProps): ReactNode {
  const body = useRef<HTMLDivElement>(null);
  const { content, writer } = note;
  useEffect(() => body.current?.focus({ preventScroll: true }), [note.id]);
  return (
    <FloatingCard
      label={`Note on ${toPageWords(content)}`}
      role="dialog"
      anchor={anchor}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div ref={body} tabIndex={-1} className={styles['card']}>
        <div className={styles['cardHead']}>
          <b>{MEANING_NAMES[content.meaning]}</b>
          <span className={styles['writer']}>{writer}</span>
          <span className={styles['space']} />
          {content.visibility === 'authors' && <span className={styles['faint']}>authors too</span>}
          <IconButton label="Close the note" icon={X} size="small" onPress={onClose} />
        </div>
        {content.comment.trim() === '' ? (
          <span className={styles['faint']}>Marked without a comment.</span>
        ) : (
          <LazyMarkdown text={content.comment} look="compact" onLink={onLink} />
        )}
      </div>
    </FloatingCard>
  );
}
