import type { PaperNumber } from '../../model/ids';
import type { Paper } from '../../model/paper';
import type { Answers } from '../../model/review';
import type { Venue } from '../../model/venue';

/** What a review is checked against, beside its answers: all of it is known to the reviewer's own store. */
export interface CheckedReview {
  readonly venue: Pick<Venue, 'form' | 'topics' | 'policy'>;
  readonly paper: Pick<Paper, 'number' | 'title' | 'abstract' | 'keywords' | 'topics'>;
  readonly answers: Answers;
  /** The reviewer, who stays unnamed. */
  readonly me: { readonly name: string; readonly email: string };
  /** The reviewer's papers at this venue; this one may be among them. */
  readonly papers: readonly { readonly number: PaperNumber; readonly title: string }[];
  /** Whether hints about tone are wanted. */
  readonly hasToneHints: boolean;
}
