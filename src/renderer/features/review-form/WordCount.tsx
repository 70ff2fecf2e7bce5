import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { countWords } from '@shared/rules/word-count';
import styles from './fields.module.css';

/** Props of {@link WordCount}. */
export interface WordCountProps {
  readonly text: string;
  /** Limits are inclusive; null means none. */
  readonly minWords: number | null;
  readonly maxWords: number | null;
}

/** How many words there are, and how that stands against the limits. */
export function WordCount({ text, minWords, maxWords }: WordCountProps): ReactNode {
  const count = countWords(text);
  const isOver = maxWords !== null && count > maxWords;
  const isNear = maxWords !== null && !isOver && isNearLimit(count, maxWords);
  return (
    <span className={styles['words']} data-over={isOver || undefined} data-near={isNear || undefined}>
      {isOver && <TriangleAlert aria-hidden />}
      {wordCountText(count, minWords, maxWords)}
    </span>
  );
}

/**
 * A word count in words: `132 words, at most 600`, `590 words, 10 left`, `640 words, 40 too many`.
 */
export function wordCountText(count: number, minWords: number | null, maxWords: number | null): string {
  const words = count === 1 ? 'word' : 'words';
  if (maxWords !== null && count > maxWords) return `${count} words, ${count - maxWords} too many`;
  if (minWords !== null && count < minWords) return `${count} ${words}, at least ${minWords}`;
  if (maxWords !== null && isNearLimit(count, maxWords)) return `${count} ${words}, ${maxWords - count} left`;
  return maxWords === null ? `${count} ${words}` : `${count} ${words}, at most ${maxWords}`;
}

/** Whether what is left of a limit is so little that a person wants to know how much. */
function isNearLimit(count: number, maxWords: number): boolean {
  return count >= maxWords * 0.9;
}
