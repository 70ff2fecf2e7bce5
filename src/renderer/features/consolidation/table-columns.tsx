import type { PaperRow } from '@shared/contract/consolidation';
import type { DecisionKind, Venue } from '@shared/model/venue';
import { decisionKindsOf, outcomeLabel, shortOutcomeLabel } from '@shared/rules/decision-kinds';
import type { TableColumn } from '@renderer/ui/table-column';
import styles from './consolidation-table.module.css';
import { missingReviewers, rangeText, spreadOf, topicWords } from './paper-rows';
import { ReviewCells } from './ReviewCells';
import { findAgreedTopics } from './topics-agreed';

/** The columns of papers x reviews for a venue. */
export function tableColumns(venue: Venue): readonly TableColumn<PaperRow>[] {
  const words = (id: string): string => topicWords(venue.topics, id);
  const kinds = decisionKindsOf(venue);
  const overall = venue.form.fields.find(({ id }) => id === venue.form.overallField)?.label ?? 'Overall';
  return [
    {
      id: 'number',
      title: '#',
      fullTitle: 'Number',
      width: '3.5rem',
      align: 'end',
      cell: ({ number }) => number,
      sortValue: ({ number }) => number,
    },
    {
      id: 'title',
      title: 'Title',
      width: 'minmax(10rem, 2fr)',
      cell: ({ title }) => <span title={title}>{title}</span>,
      sortValue: ({ title }) => title,
    },
    {
      id: 'in',
      title: 'In',
      fullTitle: 'In: reviews that came in, of those expected',
      width: '4rem',
      align: 'end',
      cell: ({ receivedCount, expectedCount }) => `${receivedCount} of ${expectedCount}`,
      sortValue: ({ receivedCount, expectedCount }) => receivedCount - expectedCount,
    },
    {
      id: 'mean',
      title: 'Mean',
      fullTitle: `Mean ${overall.toLowerCase()}`,
      width: '4.25rem',
      align: 'end',
      cell: (paper) => paper.overall.mean?.toFixed(2) ?? '',
      sortValue: (paper) => paper.overall.mean,
    },
    {
      id: 'range',
      title: 'Range',
      fullTitle: `Range: lowest to highest ${overall.toLowerCase()}. Sorts by how far apart they are.`,
      width: '4.25rem',
      align: 'end',
      cell: (paper) => rangeText(paper.overall),
      sortValue: (paper) => spreadOf(paper.overall),
    },
    {
      id: 'reviews',
      title: 'Reviews',
      fullTitle: `Reviews: the ${overall.toLowerCase()} of each`,
      width: 'minmax(11.5rem, 1.25fr)',
      cell: (paper) => <ReviewCells reviews={paper.reviews} form={venue.form} />,
    },
    {
      id: 'missing',
      title: 'Missing',
      fullTitle: 'Missing: reviewers whose review has not come in',
      width: 'minmax(5.25rem, 1fr)',
      cell: (paper) => (
        <span title={missingReviewers(paper).join(', ')}>{missingReviewers(paper).join(', ')}</span>
      ),
      sortValue: (paper) => missingReviewers(paper).length,
    },
    outcomeColumn(kinds, {
      id: 'recommended',
      title: 'Rec.',
      fullTitle: 'Recommended by chairs',
      outcomesOf: ({ recommendations }) => recommendations,
    }),
    outcomeColumn(kinds, {
      id: 'decided',
      title: 'Decided',
      fullTitle: 'Decided by organizers, as their decision bundles say',
      outcomesOf: ({ decisions }) => decisions,
    }),
    {
      id: 'declared',
      title: 'Declared topics',
      width: 'minmax(5.25rem, 1fr)',
      cell: ({ declaredTopics }) => {
        const text = declaredTopics.map(words).join(', ');
        return <span title={text}>{text}</span>;
      },
      sortValue: ({ declaredTopics }) => words(declaredTopics[0] ?? ''),
    },
    {
      id: 'agreed',
      title: 'Topics agreed',
      fullTitle: 'Topics agreed: those that more than half of the reviews tagged',
      width: 'minmax(5.25rem, 1fr)',
      cell: ({ reviews }) => {
        const agreed = findAgreedTopics(reviews);
        const all = agreed.map(({ topic, count, of }) => `${words(topic)} (${count} of ${of})`).join(', ');
        return (
          <span title={all}>
            {agreed.map(({ topic, isPrimary }, index) => (
              <span key={topic} className={isPrimary ? styles['primary'] : undefined}>
                {index > 0 && ', '}
                {words(topic)}
              </span>
            ))}
          </span>
        );
      },
    },
  ];
}

/** A narrow column of outcomes, each said once and in a word; in full on hover. */
function outcomeColumn(
  kinds: readonly DecisionKind[],
  column: Pick<TableColumn<PaperRow>, 'id' | 'title' | 'fullTitle'> & {
    readonly outcomesOf: (paper: PaperRow) => readonly string[];
  },
): TableColumn<PaperRow> {
  const { outcomesOf, ...rest } = column;
  const say = (paper: PaperRow, label: typeof outcomeLabel): string =>
    [...new Set(outcomesOf(paper))].map((outcome) => label(kinds, outcome)).join(', ');
  return {
    ...rest,
    width: 'minmax(4.75rem, 0.6fr)',
    cell: (paper) => <span title={say(paper, outcomeLabel)}>{say(paper, shortOutcomeLabel)}</span>,
    sortValue: (paper) => say(paper, outcomeLabel) || null,
  };
}
