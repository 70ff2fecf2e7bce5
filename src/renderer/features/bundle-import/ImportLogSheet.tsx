import { useState, type ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import { useQuery } from '@renderer/bridge/queries';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { formatInstant } from '@shared/rules/deadlines';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { EmptyState } from '@renderer/ui/EmptyState';
import { Select } from '@renderer/ui/Select';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import { RequestErrorState } from '../common/RequestErrorState';
import { describeImport } from './import-log-words';
import { ReportRows } from './ReportRows';
import styles from './bundle-import.module.css';

/** Props of {@link ImportLogSheet}. */
export interface ImportLogSheetProps {
  readonly venue: VenueId;
  readonly onClose: () => void;
  readonly onOpenPaper: (paper: PaperNumber) => void;
}

/** The reports of earlier imports: the newest is shown, another can be chosen; each row leads to what it is about. */
export function ImportLogSheet({ venue, onClose, onOpenPaper }: ImportLogSheetProps): ReactNode {
  const { timeZone } = useClock();
  const log = useQuery('importLog.list', { venue });
  const [chosen, setChosen] = useState<number | null>(null);
  const id = chosen ?? log.data?.[0]?.id ?? null;
  const report = useQuery('importLog.get', id === null ? null : { venue, id });
  const error = log.error ?? report.error;
  return (
    <Dialog
      isOpen
      size="large"
      title="Earlier imports"
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      {error !== null && (
        <RequestErrorState
          what="The earlier imports could not be read"
          error={error}
          onRetry={() => {
            log.refetch();
            report.refetch();
          }}
        />
      )}
      {error === null && log.data === undefined && <SkeletonRows label="Loading earlier imports" count={4} />}
      {log.data?.length === 0 && (
        <EmptyState title="No report is kept yet">
          The report of every import is kept here from now on.
        </EmptyState>
      )}
      {log.data !== undefined && id !== null && (
        <div className={styles['stack']}>
          <Select
            label="Import"
            options={log.data.map((summary) => ({
              id: String(summary.id),
              label: formatInstant(Date.parse(summary.finishedAt), timeZone),
              description: describeImport(summary),
            }))}
            value={String(id)}
            onChange={(next) => setChosen(Number(next))}
          />
          {report.data !== undefined && (
            <ReportRows
              key={report.data.id}
              rows={report.data.rows}
              venue={venue}
              onOpenPaper={onOpenPaper}
            />
          )}
        </div>
      )}
    </Dialog>
  );
}
