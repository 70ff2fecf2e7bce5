import type { PageSize, PrintedBlock, PrintedDocument } from '@shared/contract/printed-document';
import type { ReviewCopy } from './review-copy';

/** A review as a document to print. */
export function toPrintedReview(copy: ReviewCopy, pageSize: PageSize): PrintedDocument {
  const { venue, paper, title, reviewer, state, answers, isShortened } = copy;
  return {
    kicker: venue,
    title: `Review of #${paper} ${title}`,
    footer: `#${paper} ${title}`,
    pageSize,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { term: 'Reviewer', value: reviewer },
          { term: 'State', value: state },
          ...(isShortened ? [{ term: 'Left out', value: 'Answers that are only for the chairs' }] : []),
        ],
      },
      ...answers.flatMap(({ label, isForChairs, isProse, text }): readonly PrintedBlock[] => [
        { kind: 'heading', text: label, note: isForChairs ? 'only for the chairs' : null },
        text.trim() === '' ? { kind: 'line', text: 'No answer' } : { kind: isProse ? 'prose' : 'line', text },
      ]),
    ],
  };
}
