import { Lock, TextQuote, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '@renderer/ui/cx';
import { toPageWords } from '@shared/anchor/citation';
import styles from './annotations.module.css';
import { MEANINGS } from './meanings';
import type { Note } from './notes-session';

/** Props of {@link NoteRow}. */
export interface NoteRowProps {
  readonly note: Note;
  /** Whether all of its text is shown, not the first lines only. */
  readonly isExpanded: boolean;
  /** Whether a field of the review quotes it. */
  readonly isCited?: boolean;
  /** Whether it was made on another PDF of the paper than the one that is shown. */
  readonly isElsewhere?: boolean;
  /** Whether its words were looked for on the PDF that is shown, in vain. */
  readonly isLost?: boolean;
  /** Who wrote it, where several do. */
  readonly writer?: string | undefined;
}

const withoutText = {
  highlight: 'Marked text',
  underline: 'Underlined text',
  note: 'Note',
  area: 'Marked area',
};

/** One note in a list: what it means, where it is, its words and what is written about it. */
export function NoteRow({
  note,
  isExpanded,
  isCited = false,
  isElsewhere = false,
  isLost = false,
  writer,
}: NoteRowProps): ReactNode {
  const { content } = note;
  const meaning = MEANINGS.find(({ id }) => id === content.meaning);
  const Icon = meaning?.icon;
  const page = toPageWords(content);
  return (
    <span className={styles['row']} data-tone={content.meaning}>
      <span className={styles['rowHead']}>
        {Icon !== undefined && <Icon aria-hidden className={styles['rowIcon']} />}
        <b>{meaning?.label}</b>
        {writer !== undefined && <span className={styles['writer']}>{writer}</span>}
        <span className={styles['space']} />
        {isCited && <TextQuote className={styles['sign']} aria-label="quoted in the review" />}
        {content.visibility === 'mine' && <Lock className={styles['sign']} aria-label="only me" />}
        {content.visibility === 'authors' && <Users className={styles['sign']} aria-label="authors too" />}
        {!isLost && <span className={styles['faint']}>{isElsewhere ? `earlier PDF, ${page}` : page}</span>}
      </span>
      <span className={cx(styles['quote'], !isExpanded && styles['clipped'])}>
        {content.quote?.exact ?? withoutText[content.kind]}
      </span>
      {isLost && <span className={styles['lost']}>not found in the new version (was {page})</span>}
      {content.comment.trim() !== '' && (
        <span className={cx(styles['comment'], !isExpanded && styles['clipped'])}>{content.comment}</span>
      )}
    </span>
  );
}
