import { expect, it } from 'vitest';
import type { RatingField } from '@shared/model/form';
import type { PaperNumber } from '@shared/model/ids';
import { answersSchema } from '@shared/model/review';
import { distributeScores, scoreOf, type ScoredReview } from '@shared/rules/score-distribution';

const field = {
  kind: 'rating',
  id: 'overall',
  scale: [
    { value: 10, anchor: 'Best' },
    { value: 1, anchor: 'Worst' },
    { value: 5, anchor: 'Fair' },
  ],
} as unknown as RatingField;
const scored = (paper: number, value: number | null): ScoredReview => ({
  paper: paper as PaperNumber,
  answers: answersSchema.parse(value === null ? {} : { overall: { kind: 'rating', value } }),
});

it('tells each step lowest first, with the papers that got it, also where nobody did', () => {
  const reviews = [scored(3, 10), scored(1, 1), scored(2, 10), scored(4, null)];
  expect(distributeScores(field, reviews)).toEqual([
    { value: 1, anchor: 'Worst', papers: [1] },
    { value: 5, anchor: 'Fair', papers: [] },
    { value: 10, anchor: 'Best', papers: [3, 2] },
  ]);
});

it('counts no score that an older form allowed and this scale does not, nor an answer of another kind', () => {
  const answers = answersSchema.parse({ overall: { kind: 'text', text: '5' } });
  expect(scoreOf(field, scored(1, 7).answers)).toBeNull();
  expect(scoreOf(field, answers)).toBeNull();
  expect(distributeScores(field, [scored(1, 7)]).flatMap(({ papers }) => papers)).toEqual([]);
});
