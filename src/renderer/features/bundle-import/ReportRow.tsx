import { useState, type ReactNode } from 'react';
import type { ImportRow } from '@shared/contract/bundle';
import type { VenueId } from '@shared/model/ids';
import { StatusBadge } from '@renderer/ui/StatusBadge';
import { outcomeWords } from './bundle-words';
import { HeldActs } from './HeldActs';
import styles from './bundle-import.module.css';

/** Props of {@link ReportRow}. */
export interface ReportRowProps {
  readonly row: ImportRow;
  /** The venue whose bundle it is; null when nothing of the import came in. */
  readonly venue: VenueId | null;
}

/** How one file of an import ended: the outcome, a sentence, the rule where it was refused, and the act it calls for. */
export function ReportRow({ row, venue }: ReportRowProps): ReactNode {
  const [settled, setSettled] = useState<ImportRow | null>(null);
  const shown = settled ?? row;
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
        {shown.outcome === 'held' && shown.bundle !== null && venue !== null && (
          <HeldActs venue={venue} bundle={shown.bundle} row={shown} onSettled={setSettled} />
        )}
      </div>
    </li>
  );
}
