import type { TableFace } from '@shared/model/table-view';
import type { Consolidation } from '@shared/contract/consolidation';
import { decisionKindsOf, outcomeLabel, shortOutcomeLabel } from '@shared/rules/decision-kinds';
import { numberColumn } from '../common/paper-columns';
import { matrixColumns } from './matrix-columns';
import type { PaperColumn } from './paper-column';
import { flagWords, missingReviewers } from './paper-rows';
import { ReviewCells } from './ReviewCells';
import { scoreColumns } from './score-columns';
import { topicColumns } from './topic-columns';

type Shown = Pick<Consolidation, 'venue' | 'papers'>;

/** The columns of the table of papers, by what it shows beside number and title. */
export function tableColumns({ venue, papers }: Shown, face: TableFace): readonly PaperColumn[] {
  const overall = venue.form.fields.find(({ id }) => id === venue.form.overallField)?.label ?? 'Overall';
  const score = scoreColumns(overall.toLowerCase());
  const kinds = decisionKindsOf(venue);
  const reviews: PaperColumn = {
    id: 'reviews',
    title: 'Reviews',
    fullTitle: `Reviews: the ${overall.toLowerCase()} of each`,
    width: 'minmax(9rem, 1.25fr)',
    cell: (paper) => <ReviewCells reviews={paper.reviews} form={venue.form} />,
    text: (paper) =>
      paper.reviews.map(({ ratings, state }) => ratings[venue.form.overallField] ?? state).join(', '),
  };
  const outcome = (
    column: Pick<PaperColumn, 'id' | 'title' | 'fullTitle'>,
    outcomesOf: (paper: Parameters<PaperColumn['text']>[0]) => readonly string[],
  ): PaperColumn => {
    const say = (paper: Parameters<PaperColumn['text']>[0], label: typeof outcomeLabel): string =>
      [...new Set(outcomesOf(paper))].map((one) => label(kinds, one)).join(', ');
    return {
      ...column,
      width: 'minmax(4.75rem, 0.6fr)',
      cell: (paper) => <span title={say(paper, outcomeLabel)}>{say(paper, shortOutcomeLabel)}</span>,
      text: (paper) => say(paper, outcomeLabel),
      sortValue: (paper) => say(paper, outcomeLabel) || null,
    };
  };
  switch (face) {
    case 'overview':
      return [
        number,
        title,
        received,
        score.mean,
        score.calibrated,
        score.range,
        reviews,
        missing,
        outcome(
          { id: 'recommended', title: 'Rec.', fullTitle: 'Recommended by chairs' },
          ({ recommendations }) => recommendations,
        ),
        outcome(
          {
            id: 'decided',
            title: 'Decided',
            fullTitle: 'Decided by organizers, as their decision bundles say',
          },
          ({ decisions }) => decisions,
        ),
        {
          id: 'flags',
          title: 'Flags',
          fullTitle: 'Flags: conflicts, what reviewers raised, what chairs want discussed, late reviews',
          width: 'minmax(4.75rem, 0.6fr)',
          cell: (paper) => {
            const words = flagWords(paper, venue.form.fields).join(', ');
            return <span title={words}>{words}</span>;
          },
          text: (paper) => flagWords(paper, venue.form.fields).join(', '),
          sortValue: (paper) => -flagWords(paper, venue.form.fields).length || null,
        },
      ];
    case 'scores':
      return [
        number,
        title,
        received,
        score.mean,
        score.weighted,
        score.calibrated,
        score.range,
        score.deviation,
        reviews,
      ];
    case 'topics':
      return [number, title, received, ...topicColumns(venue.topics)];
    case 'matrix':
      return [
        { ...number, pinnedAt: '0' },
        { ...title, width: '15rem', pinnedAt: '3.5rem' },
        score.mean,
        ...matrixColumns(venue.form, papers),
      ];
  }
}

const number: PaperColumn = { ...numberColumn(), text: (paper) => String(paper.number) };

const title: PaperColumn = {
  id: 'title',
  title: 'Title',
  width: 'minmax(10rem, 2fr)',
  cell: (paper) => <span title={paper.title}>{paper.title}</span>,
  text: (paper) => paper.title,
  sortValue: (paper) => paper.title,
};

const received: PaperColumn = {
  id: 'in',
  title: 'In',
  fullTitle: 'In: reviews that came in, of those expected',
  width: '4rem',
  align: 'end',
  cell: ({ receivedCount, expectedCount }) => `${receivedCount} of ${expectedCount}`,
  text: ({ receivedCount, expectedCount }) => `${receivedCount} of ${expectedCount}`,
  sortValue: ({ receivedCount, expectedCount }) => receivedCount - expectedCount,
};

const missing: PaperColumn = {
  id: 'missing',
  title: 'Missing',
  fullTitle: 'Missing: reviewers whose review has not come in',
  width: 'minmax(5.25rem, 1fr)',
  cell: (paper) => (
    <span title={missingReviewers(paper).join(', ')}>{missingReviewers(paper).join(', ')}</span>
  ),
  text: (paper) => missingReviewers(paper).join(', '),
  sortValue: (paper) => missingReviewers(paper).length,
};
