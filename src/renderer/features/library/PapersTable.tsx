import { useMemo, type ReactNode } from 'react';
import { useClock, type Clock } from '@renderer/bridge/clock';
import type { LibraryRow } from '@shared/contract/library';
import type { TimeSpent } from '@shared/contract/plan';
import type { PaperNumber } from '@shared/model/ids';
import type { ReviewStatus } from '@shared/model/review';
import type { Venue } from '@shared/model/venue';
import { formatDeadline, formatDuration, formatInstant, toDeadline } from '@shared/rules/deadlines';
import { EmptyState } from '@renderer/ui/EmptyState';
import { Table } from '@renderer/ui/Table';
import type { TableColumn } from '@renderer/ui/table-column';
import { formatShortcomings, listShortcomings } from '../common/review-status';
import { OtherVersionBadge } from '../common/OtherVersionBadge';
import { ReviewStatusBadge } from '../common/ReviewStatusBadge';
import { formatDue, isRefused, topicTitles } from './library-words';
import styles from './library.module.css';

/** Props of {@link PapersTable}. */
export interface PapersTableProps {
  readonly venue: Venue;
  readonly papers: readonly LibraryRow[];
  /** How long I was at each paper; null where it is not counted. */
  readonly times: ReadonlyMap<PaperNumber, TimeSpent> | null;
  readonly onOpen: (paper: PaperNumber) => void;
}

const statusOrder: readonly ReviewStatus[] = [
  'draft',
  'not-started',
  'changed',
  'ready',
  'exported',
  'declined',
  'conflict',
  'withdrawn',
];

/** My papers with everything that says what is left to do. A press on a title opens the paper. */
export function PapersTable({ venue, papers, times, onOpen }: PapersTableProps): ReactNode {
  const { nowMs, timeZone } = useClock();
  const columns = useMemo(
    () => [...columnsFor(venue, { nowMs, timeZone }, onOpen), ...(times === null ? [] : [timeColumn(times)])],
    [venue, nowMs, timeZone, times, onOpen],
  );
  return (
    <Table
      label="Papers to review"
      rows={papers}
      columns={columns}
      rowKey={(row) => String(row.number)}
      onOpen={(row) => onOpen(row.number)}
      rowHeightRem={2}
      empty={
        <EmptyState title="No paper to review">
          Your bundle holds no assignment for you as a reviewer.
        </EmptyState>
      }
    />
  );
}

function columnsFor(
  venue: Venue,
  clock: Clock,
  onOpen: (paper: PaperNumber) => void,
): readonly TableColumn<LibraryRow>[] {
  return [
    {
      id: 'number',
      title: 'No.',
      width: '3.75rem',
      align: 'end',
      sortValue: (row) => row.number,
      cell: (row) => row.number,
    },
    {
      id: 'title',
      title: 'Paper',
      width: 'minmax(14rem, 3fr)',
      sortValue: (row) => row.title,
      cell: (row) => (
        <button
          type="button"
          tabIndex={-1}
          className={styles['titleLink']}
          title={row.title}
          onClick={() => onOpen(row.number)}
        >
          {row.title}
        </button>
      ),
    },
    {
      id: 'topics',
      title: 'Topics',
      width: 'minmax(7rem, 1.5fr)',
      sortValue: (row) => topicTitles(venue, row.topics, 'short').join(', ') || null,
      cell: (row) => (
        <span title={topicTitles(venue, row.topics, 'full').join('\n')}>
          {topicTitles(venue, row.topics, 'short').join(', ')}
        </span>
      ),
    },
    {
      id: 'status',
      title: 'Status',
      width: '11rem',
      sortValue: (row) => statusOrder.indexOf(row.status),
      cell: (row) => <ReviewStatusBadge status={row.status} />,
    },
    {
      id: 'missing',
      title: 'Missing',
      width: 'minmax(8.5rem, 1.2fr)',
      sortValue: (row) => (isRefused(row) ? 0 : row.shortcomings.length) + Number(row.hasOtherVersion),
      cell: (row) => (
        <span className={styles['missing']}>
          {row.hasOtherVersion && <OtherVersionBadge />}
          {(!row.hasOtherVersion || row.shortcomings.length > 0) && (
            <span title={listShortcomings(row.shortcomings)}>{missingWords(row)}</span>
          )}
        </span>
      ),
    },
    {
      id: 'due',
      title: 'Due',
      width: '10rem',
      sortValue: (row) => row.due,
      cell: (row) => (
        <span
          title={
            row.due === null ? undefined : formatDeadline(toDeadline(row.due, clock.nowMs, clock.timeZone))
          }
        >
          {formatDue(row, clock) ?? ''}
        </span>
      ),
    },
    {
      id: 'changed',
      title: 'Last change',
      width: '9.5rem',
      sortValue: (row) => row.changedAt,
      cell: (row) => (row.changedAt === null ? '' : formatInstant(Date.parse(row.changedAt), clock.timeZone)),
    },
  ];
}

/** Only for the one who spent it. */
function timeColumn(times: ReadonlyMap<PaperNumber, TimeSpent>): TableColumn<LibraryRow> {
  return {
    id: 'time',
    title: 'Time',
    width: '6.5rem',
    sortValue: (row) => times.get(row.number)?.activeMs ?? null,
    cell: (row) => {
      const time = times.get(row.number);
      if (time === undefined) return '';
      return (
        <span title={`${formatDuration(time.todayMs)} of it today`}>{formatDuration(time.activeMs)}</span>
      );
    },
  };
}

function missingWords(row: LibraryRow): string {
  if (isRefused(row)) return row.response?.isSent === true ? 'Nothing' : 'Not exported yet';
  if (row.shortcomings.length === 0) return 'Nothing';
  return row.status === 'not-started' ? 'Everything' : formatShortcomings(row.shortcomings);
}
