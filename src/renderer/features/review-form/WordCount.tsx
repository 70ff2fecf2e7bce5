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
  return (
    <span className={styles['words']} data-over={isOver || undefined}>
      {isOver && <TriangleAlert aria-hidden />}
      {wordCountText(count, minWords, maxWords)}
    </span>
  );
}

/**
 * A word count in words: `132 of 30 to 600 words`, `640 words, 40 too many`.
 */
export function wordCountText(count: number, minWords: number | null, maxWords: number | null): string {
  const words = count === 1 ? 'word' : 'words';
  if (maxWords !== null && count > maxWords) return `${count} words, ${count - maxWords} too many`;
  if (minWords !== null && count < minWords) return `${count} ${words}, at least ${minWords}`;
  return maxWords === null ? `${count} ${words}` : `${count} ${words}, at most ${maxWords}`;
}
