import type { TopicId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import type { ReviewTexts } from '../pages/review-form';
import type { AnswersByField } from './people';

/** A whole review of the sample's paper 12, about as long as such reviews are. */
export const review12: ReviewTexts = {
  ratings: { soundness: 3, significance: 3, clarity: 4, relevance: 4, overall: 5, confidence: 4 },
  texts: {
    summary:
      'The paper asks how many simulator runs a known limit is worth. On a second-order reaction in a porous slab behind a film, the same Gaussian process learns the raw rate, its logarithm, or its ratio to three limits added as resistances. The ratio needs 10 runs where the logarithm needs 40.',
    strengths:
      'One simulator, one kernel, three pipelines: the comparison changes **one thing at a time**, and Table 1 gives the tail error beside the median. Section 4 says plainly where the limits do *not* help, which most papers of this kind leave out.',
    weaknesses:
      'Four inputs stand for two groups, $\\varphi^2 = k c_0 L^2 / D$ and $\\mathrm{Bi}$; a pipeline that knew the groups is the baseline I miss. With one length scale for all inputs the raw pipeline may be weaker than it need be. Advice, not decisive.',
    questions: '1. What happens with separate length scales?\n2. Does the ratio still help at 200 runs?',
    confidential: 'I reviewed an earlier version for another venue; it has improved since.',
  },
  presentation: 'Oral',
};

/** A colleague's whole review: plain texts that begin with a remark by which a test knows them. */
export function colleagueReview(overall: number, remark: string, topic = 'emulators'): AnswersByField {
  const words = (count: number): Answer => ({
    kind: 'text',
    text: `${remark} ${Array.from({ length: count }, (_, index) => `word${index + 1}`).join(' ')}`,
  });
  const rating = (value: number): Answer => ({ kind: 'rating', value });
  return {
    topics: { kind: 'topics', tags: [{ topic: topic as TopicId, weight: 'primary', fit: 3 }] },
    soundness: rating(3),
    significance: rating(3),
    clarity: rating(2),
    relevance: rating(4),
    overall: rating(overall),
    confidence: rating(3),
    summary: words(30),
    strengths: words(20),
    weaknesses: words(20),
    questions: { kind: 'text', text: 'None' },
  };
}
