import { memo, useCallback, type ReactNode } from 'react';
import type { TextField } from '@shared/model/form';
import { proseOf } from './answer-values';
import type { ReviewState } from './review-session';
import { useReviewAtRest } from './session-context';
import { WordCount } from './WordCount';

/** Props of {@link AnswerWords}. */
export interface AnswerWordsProps {
  readonly field: TextField;
}

/** How many words a text has, counted when its writer rests. */
export const AnswerWords = memo(function AnswerWords({ field }: AnswerWordsProps): ReactNode {
  const textOf = useCallback((state: ReviewState) => proseOf(state.answers[field.id]), [field.id]);
  return <WordCount text={useReviewAtRest(textOf)} minWords={field.minWords} maxWords={field.maxWords} />;
});
