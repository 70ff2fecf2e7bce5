import type { ReactNode } from 'react';
import type { DecisionRow } from '@shared/contract/decision';
import type { DecisionKind } from '@shared/model/venue';
import { outcomeLabel } from '@shared/rules/decision-kinds';
import { StatusBadge } from '@renderer/ui/StatusBadge';
import type { TableColumn } from '@renderer/ui/table-column';
import { numberColumn, titleColumn } from '../common/paper-columns';
import { isContested, outcomesOf, recommendedText } from './decision-rows';
import styles from './decisions.module.css';

/** The columns of papers to decide. */
export function decisionColumns(kinds: readonly DecisionKind[]): readonly TableColumn<DecisionRow>[] {
  const decided = (row: DecisionRow): string =>
    outcomesOf(row)
      .map((outcome) => outcomeLabel(kinds, outcome))
      .join(' or ');
  return [
    numberColumn(),
    titleColumn('Title', 'minmax(8rem, 2fr)'),
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
      fullTitle: 'Mean overall rating',
      width: '4.25rem',
      align: 'end',
      cell: ({ overall }) => overall.mean?.toFixed(2) ?? '',
      sortValue: ({ overall }) => overall.mean,
    },
    {
      id: 'recommended',
      title: 'Recommended',
      fullTitle: 'Recommended by chairs',
      width: 'minmax(7.5rem, 1fr)',
      cell: (row) => {
        const who = row.recommendations.map(
          ({ chairName, outcome }) => `${chairName}: ${outcomeLabel(kinds, outcome)}`,
        );
        return <span title={who.join('\n')}>{recommendedText(row, kinds)}</span>;
      },
      sortValue: (row) => recommendedText(row, kinds) || null,
    },
    {
      id: 'decision',
      title: 'Decision',
      width: 'minmax(8.5rem, 1fr)',
      cell: (row) => <DecisionCell text={decided(row)} isContested={isContested(row)} />,
      sortValue: (row) => decided(row) || null,
    },
    {
      id: 'session',
      title: 'Session',
      width: 'minmax(5rem, 0.75fr)',
      cell: ({ mine }) => <span title={mine.session}>{mine.session}</span>,
      sortValue: ({ mine }) => mine.session || null,
    },
  ];
}

function DecisionCell({
  text,
  isContested: isDisputed,
}: {
  readonly text: string;
  readonly isContested: boolean;
}): ReactNode {
  if (isDisputed) {
    return (
      <span className={styles['decided']} title={`Organizers disagree. ${text}`}>
        <StatusBadge kind="problem">Disputed</StatusBadge> {text}
      </span>
    );
  }
  return text === '' ? (
    <span className={styles['undecided']}>Undecided</span>
  ) : (
    <span className={styles['decided']} title={text}>
      {text}
    </span>
  );
}
