import type { OwedReview } from '@shared/contract/owed';
import { toDeadline } from '@shared/rules/deadlines';

/** What a letter is about. */
export interface LetterFacts {
  readonly name: string;
  readonly sender: string;
  readonly venueName: string;
  readonly reviews: readonly OwedReview[];
}

/**
 * A letter that reminds a reviewer. Times are AoE, as everywhere in the venue: the reviewer's zone is not known. It quotes
 * nothing of any review.
 */
export function writeOwedLetter({ name, sender, venueName, reviews }: LetterFacts): {
  readonly subject: string;
  readonly text: string;
} {
  const what = reviews.length === 1 ? 'your review' : `${reviews.length} of your reviews`;
  const lines = reviews.map(({ paper, title, due, state, isOverdue }) => {
    const when = due === null ? '' : `, ${isOverdue ? 'was due' : 'due'} ${toDeadline(due, 0, 'UTC').aoe}`;
    return `- paper ${paper}, "${title}"${when}${state === 'draft' ? ': it came in, but is not marked ready' : ''}`;
  });
  return {
    subject: `${venueName}: ${what} ${reviews.length === 1 ? 'is' : 'are'} missing`,
    text: [
      `Dear ${name},`,
      '',
      `${reviews.length === 1 ? 'This review' : 'These reviews'} for ${venueName} ${reviews.length === 1 ? 'has' : 'have'} not come in yet:`,
      '',
      ...lines,
      '',
      'If you have written them, please open Referee, mark them ready, export them (Ctrl+E), and send the one file that it writes.',
      'If you cannot review a paper, please say so now, in Referee or in answer to this mail, so that somebody else can be asked.',
      '',
      'Thank you,',
      sender,
      '',
    ].join('\n'),
  };
}
