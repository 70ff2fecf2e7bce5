import { useState, type ReactNode } from 'react';
import type { ImportOutcome, ImportRow } from '@shared/contract/bundle';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { Button } from '@renderer/ui/Button';
import { Segmented } from '@renderer/ui/Segmented';
import { formatCount } from '../common/format';
import { outcomeWords } from './bundle-words';
import { ReportRow } from './ReportRow';
import styles from './bundle-import.module.css';

/** Props of {@link ReportRows}. */
export interface ReportRowsProps {
  readonly rows: readonly ImportRow[];
  readonly venue: VenueId | null;
  /** Goes to a paper that a row is about; without it no row leads there. */
  readonly onOpenPaper?: ((paper: PaperNumber) => void) | undefined;
}

/** Rows put on screen at a time; a report of thousands is read through its filters. */
const PAGE_SIZE = 200;

const outcomes = Object.keys(outcomeWords) as readonly ImportOutcome[];

/** The report of an import: counts as filters, what needs a person first, each file in a sentence. */
export function ReportRows({ rows, venue, onOpenPaper }: ReportRowsProps): ReactNode {
  const [filter, setFilter] = useState<ImportOutcome | 'all'>('all');
  const [shownCount, setShownCount] = useState(PAGE_SIZE);
  const present = outcomes.filter((outcome) => rows.some((row) => row.outcome === outcome));
  const ordered = present.flatMap((outcome) => rows.filter((row) => row.outcome === outcome));
  const options = [
    { id: 'all' as const, label: `All ${rows.length}` },
    ...present.map((outcome) => ({
      id: outcome,
      label: `${outcomeWords[outcome].word} ${rows.filter((row) => row.outcome === outcome).length}`,
    })),
  ];
  const matching = ordered.filter((row) => filter === 'all' || row.outcome === filter);
  const hiddenCount = Math.max(0, matching.length - shownCount);
  return (
    <div className={styles['stack']}>
      <div>
        <Segmented
          label="Show files by outcome"
          options={options}
          value={filter}
          onChange={setFilter}
          size="small"
        />
      </div>
      <ul className={styles['report']} aria-label={formatCount(matching.length, 'file')}>
        {matching.slice(0, shownCount).map((row) => (
          <ReportRow
            key={`${row.fileName} ${row.bundle ?? ''} ${rows.indexOf(row)}`}
            row={row}
            venue={row.venue ?? venue}
            onOpenPaper={onOpenPaper}
          />
        ))}
      </ul>
      {hiddenCount > 0 && (
        <Button onPress={() => setShownCount((count) => count + PAGE_SIZE)}>
          Show {Math.min(PAGE_SIZE, hiddenCount)} more of {hiddenCount}
        </Button>
      )}
    </div>
  );
}
