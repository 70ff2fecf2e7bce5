import type { ReactNode } from 'react';
import { countWords } from '@shared/rules/word-count';
import { formatCount } from '../common/format';
import { proseOf } from './answer-values';
import styles from './review-form.module.css';
import type { ReviewState } from './review-session';
import { useReviewAtRest } from './session-context';

const answersOf = (state: ReviewState): ReviewState['answers'] => state.answers;

/** How long the texts of the review are together; nothing while there is none. */
export function ReviewLength(): ReactNode {
  const answers = useReviewAtRest(answersOf);
  const texts = Object.values(answers).map(proseOf);
  const wordCount = texts.reduce((sum, text) => sum + countWords(text), 0);
  if (wordCount === 0) return null;
  const length = texts.reduce((sum, text) => sum + Array.from(text).length, 0);
  return (
    <span className={styles['length']} title={`${formatCount(length, 'character')} in all texts together`}>
      {formatCount(wordCount, 'word')}
    </span>
  );
}
