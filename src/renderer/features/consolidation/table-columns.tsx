import type { PaperRow } from '@shared/contract/consolidation';
import type { Venue } from '@shared/model/venue';
import { decisionKindsOf, outcomeLabel } from '@shared/rules/decision-kinds';
import type { TableColumn } from '@renderer/ui/table-column';
import styles from './consolidation-table.module.css';
import { missingReviewers, rangeText, spreadOf, topicWords } from './paper-rows';
import { ReviewCells } from './ReviewCells';
import { findAgreedTopics } from './topics-agreed';

/** The columns of papers x reviews for a venue. */
export function tableColumns(venue: Venue): readonly TableColumn<PaperRow>[] {
  const words = (id: string): string => topicWords(venue.topics, id);
  const kinds = decisionKindsOf(venue);
  const outcomes = (ids: readonly string[], between: string): string =>
    [...new Set(ids)].map((id) => outcomeLabel(kinds, id)).join(between);
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
      width: 'minmax(11rem, 2fr)',
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
      width: '4.5rem',
      align: 'end',
      cell: (paper) => rangeText(paper.overall),
      sortValue: (paper) => spreadOf(paper.overall),
    },
    {
      id: 'reviews',
      title: 'Reviews',
      fullTitle: `Reviews: the ${overall.toLowerCase()} of each`,
      width: 'minmax(13rem, 1.25fr)',
      cell: (paper) => <ReviewCells reviews={paper.reviews} form={venue.form} />,
    },
    {
      id: 'missing',
      title: 'Missing',
      fullTitle: 'Missing: reviewers whose review has not come in',
      width: 'minmax(6.5rem, 1fr)',
      cell: (paper) => (
        <span title={missingReviewers(paper).join(', ')}>{missingReviewers(paper).join(', ')}</span>
      ),
      sortValue: (paper) => missingReviewers(paper).length,
    },
    {
      id: 'recommended',
      title: 'Recomm.',
      fullTitle: 'Recommended by chairs',
      width: 'minmax(5rem, 0.6fr)',
      cell: ({ recommendations }) => {
        const text = outcomes(recommendations, ', ');
        return <span title={text}>{text}</span>;
      },
      sortValue: ({ recommendations }) => outcomes(recommendations, ', ') || null,
    },
    {
      id: 'decided',
      title: 'Decided',
      fullTitle: 'Decided by organizers, as their decision bundles say',
      width: 'minmax(5rem, 0.6fr)',
      cell: ({ decisions }) => {
        const text = outcomes(decisions, ' or ');
        return <span title={text}>{text}</span>;
      },
      sortValue: ({ decisions }) => outcomes(decisions, ' or ') || null,
    },
    {
      id: 'declared',
      title: 'Declared topics',
      width: 'minmax(6.5rem, 1fr)',
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
      width: 'minmax(6.5rem, 1fr)',
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
