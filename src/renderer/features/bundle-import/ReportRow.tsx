import { useState, type ReactNode } from 'react';
import type { ImportRow } from '@shared/contract/bundle';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { Button } from '@renderer/ui/Button';
import { StatusBadge } from '@renderer/ui/StatusBadge';
import { outcomeWords } from './bundle-words';
import { HeldActs } from './HeldActs';
import styles from './bundle-import.module.css';

/** Props of {@link ReportRow}. */
export interface ReportRowProps {
  readonly row: ImportRow;
  /** The venue whose bundle it is; null when nothing of the import came in. */
  readonly venue: VenueId | null;
  /** Goes to a paper that it is about; without it nothing leads there. */
  readonly onOpenPaper?: ((paper: PaperNumber) => void) | undefined;
}

/** How many papers of one file are offered to open. */
const MOST_PAPERS = 12;

/** How one file of an import ended: the outcome, a sentence, the rule where it was refused, and the act it calls for. */
export function ReportRow({ row, venue, onOpenPaper }: ReportRowProps): ReactNode {
  const [settled, setSettled] = useState<ImportRow | null>(null);
  const shown = settled ?? row;
  const isIn = ['added', 'updated', 'conflict', 'already', 'older'].includes(shown.outcome);
  const { word, kind } = outcomeWords[shown.outcome];
  return (
    <li className={styles['row']}>
      <div className={styles['outcome']}>
        <StatusBadge kind={kind}>{word}</StatusBadge>
      </div>
      <div className={styles['what']}>
        <div className={styles['file']}>
          <span>{shown.fileName}</span>
          {shown.author !== null && <span className={styles['quiet']}>from {shown.author}</span>}
          {shown.isLate && <StatusBadge kind="changed">Late</StatusBadge>}
        </div>
        <p>{shown.sentence}</p>
        {shown.error?.detail != null && <code className={styles['rule']}>{shown.error.detail}</code>}
        {onOpenPaper && isIn && shown.papers.length > 0 && (
          <div className={styles['acts']}>
            {shown.papers.slice(0, MOST_PAPERS).map((paper) => (
              <Button
                key={paper}
                size="small"
                kind="quiet"
                onPress={() => onOpenPaper(paper)}
                ariaLabel={`Open paper ${paper}`}
              >
                #{paper}
              </Button>
            ))}
            {shown.papers.length > MOST_PAPERS && (
              <span className={styles['quiet']}>and {shown.papers.length - MOST_PAPERS} more</span>
            )}
          </div>
        )}
        {shown.outcome === 'held' && shown.bundle !== null && venue !== null && (
          <HeldActs venue={venue} bundle={shown.bundle} row={shown} onSettled={setSettled} />
        )}
      </div>
    </li>
  );
}
