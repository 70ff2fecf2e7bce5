import type { ReviewStatus } from '../model/review';

/** What the status of a review follows from. */
export interface ReviewFacts {
  readonly hasAnswers: boolean;
  readonly isReady: boolean;
  /** Whether any revision was exported, and whether the newest one says what the draft says now. */
  readonly lastExport: 'none' | 'same' | 'different';
}

/** Where a reviewer is with a paper. A draft that was sent unready is still a draft. */
export function toReviewStatus(facts: ReviewFacts): ReviewStatus {
  if (facts.lastExport === 'same') return facts.isReady ? 'exported' : 'draft';
  if (facts.lastExport === 'different') return 'changed';
  if (facts.isReady) return 'ready';
  return facts.hasAnswers ? 'draft' : 'not-started';
}
