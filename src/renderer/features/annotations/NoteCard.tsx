import { Copy, TextQuote, Trash2, X } from 'lucide-react';
import {
  useCallback,
  useEffect,
  useRef,
  useSyncExternalStore,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { Button } from '@renderer/ui/Button';
import { IconButton } from '@renderer/ui/IconButton';
import { MenuButton } from '@renderer/ui/MenuButton';
import { Segmented } from '@renderer/ui/Segmented';
import { Select } from '@renderer/ui/Select';
import { TextArea } from '@renderer/ui/TextArea';
import { toPageWords } from '@shared/anchor/citation';
import { SaveIndicator } from '../common/saving/SaveIndicator';
import type { QueueState } from '../common/saving/save-queue';
import styles from './annotations.module.css';
import { listCiting, refreshQuote, type Citing, type EvidenceTexts } from './evidence';
import { FloatingCard } from './FloatingCard';
import { MeaningButtons } from './MeaningButtons';
import { VISIBILITIES } from './meanings';
import type { NoteActs } from './note-acts';
import type { Note } from './notes-session';

/** Props of {@link NoteCard}. */
export interface NoteCardProps {
  readonly note: Note;
  readonly acts: NoteActs;
  readonly texts: EvidenceTexts;
  readonly phase: QueueState['phase'];
  /** Whether the comment takes the focus; else the card does. */
  readonly isWriting: boolean;
  readonly anchor: () => DOMRect | undefined;
  /** Closed with the keyboard or its button: the focus goes back to the page. */
  readonly onClose: () => void;
}

const LOOKS = [
  { id: 'highlight', label: 'Highlight' },
  { id: 'underline', label: 'Underline' },
] as const;

/** One note, beside its mark: what it means, what is written, who reads it, where it is quoted. */
export function NoteCard({ note, acts, texts, phase, isWriting, anchor, onClose }: NoteCardProps): ReactNode {
  const { id, content } = note;
  const body = useRef<HTMLDivElement>(null);
  const comment = useRef<HTMLTextAreaElement>(null);
  const citing = useCiting(texts, note);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
    const target = isWriting ? comment.current : body.current;
    target?.focus({ preventScroll: true });
  }, [id, isWriting]);
  const close = (): void => {
    onClose();
    // Back to the list where the card was opened from there.
    const from = before.current;
    if (from instanceof HTMLElement && from.matches('[role=listbox]')) from.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Escape') close();
    else if (event.key === 'Delete' && !isTyping) {
      acts.remove(id);
      close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <FloatingCard
      label={`Note on ${toPageWords(content)}`}
      role="dialog"
      anchor={anchor}
      onKeyDown={onKeyDown}
    >
      <div ref={body} tabIndex={-1} className={styles['card']}>
        <div className={styles['cardHead']}>
          <MeaningButtons value={content.meaning} onChoose={(meaning) => acts.change(id, { meaning })} />
          <span className={styles['space']} />
          <SaveIndicator phase={phase} savedAt={note.modifiedAt} />
          <IconButton label="Close the note" icon={X} size="small" onPress={close} />
        </div>
        <TextArea
          ref={comment}
          label="Comment"
          isLabelHidden
          placeholder="Comment, in Markdown"
          minRows={2}
          maxRows={10}
          value={content.comment}
          onChange={(text) => acts.change(id, { comment: text.slice(0, 20_000) })}
        />
        <div className={styles['cardRow']}>
          <Select
            label="Read by"
            options={VISIBILITIES}
            value={content.visibility}
            onChange={(visibility) => acts.change(id, { visibility })}
          />
          {(content.kind === 'highlight' || content.kind === 'underline') && (
            <Segmented
              label="Look"
              size="small"
              options={LOOKS}
              value={content.kind}
              onChange={(kind) => acts.change(id, { kind })}
            />
          )}
        </div>
        {citing.map((one) => (
          <div key={one.field} className={styles['citing']}>
            <TextQuote aria-hidden />
            <span>
              Quoted in {one.label}
              {one.isStale && ', in other words'}
            </span>
            {one.isStale && (
              <Button size="small" kind="quiet" onPress={() => refreshQuote(texts, one.field, note)}>
                Update
              </Button>
            )}
          </div>
        ))}
        <div className={styles['cardFoot']}>
          <MenuButton
            label="Quote in"
            isDisabled={texts.fields.length === 0}
            size="small"
            kind="secondary"
            items={texts.fields.map(({ id: field, label }) => ({
              id: field,
              title: label,
              run: () => acts.quote(field, id),
            }))}
          />
          {content.quote !== null && (
            <IconButton label="Copy the text" icon={Copy} size="small" onPress={() => acts.copy(id)} />
          )}
          <span className={styles['space']} />
          <IconButton
            label="Delete the note"
            icon={Trash2}
            size="small"
            shortcut="Delete"
            onPress={() => {
              acts.remove(id);
              close();
            }}
          />
        </div>
      </div>
    </FloatingCard>
  );
}

/** The fields that cite a note, kept up as they are typed in. */
function useCiting(texts: EvidenceTexts, note: Note): readonly Citing[] {
  const read = useCallback(() => JSON.stringify(listCiting(texts, note)), [texts, note]);
  const citing = useSyncExternalStore(texts.subscribe, read);
  return JSON.parse(citing) as readonly Citing[];
}
