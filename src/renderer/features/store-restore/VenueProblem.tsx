import { useState, type ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import { useQuery } from '@renderer/bridge/queries';
import { useJob } from '@renderer/bridge/use-job';
import type { BackupId } from '@shared/contract/backup';
import type { VenueSummary } from '@shared/contract/library';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { toast } from '@renderer/ui/toasts';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { describeRestore, formatWhen, nameBackup } from './backup-words';
import { BackupsDialog } from './BackupsDialog';

/** Props of {@link VenueProblem}. */
export interface VenueProblemProps {
  /** One whose store cannot be opened. */
  readonly venue: VenueSummary;
}

/** How long the report of a restore stays: long enough to be read after a walk. */
const REPORT_SHOWN_MS = 30 * 60_000;

/** Why a venue cannot be opened; where its database is damaged, the act that brings it back. */
export function VenueProblem({ venue }: VenueProblemProps): ReactNode {
  const { venue: id, problem } = venue;
  const title = `${venue.shortName} cannot be opened`;
  const isDamaged = problem?.code === 'STORE_DAMAGED';
  const backups = useQuery('backup.list', isDamaged ? { venue: id } : null).data;
  const clock = useClock();
  const [isChoosing, setChoosing] = useState(false);
  // It goes on when the person looks elsewhere: half-way is nowhere to stop.
  const { view, start } = useJob('backup.restore', true);
  const restore = (backup: BackupId): void => {
    setChoosing(false);
    void start({ venue: id, backup }).then((report) => {
      if (report === null) return;
      toast({
        title: `${venue.shortName} is restored from the backup of ${formatWhen(report.backup.madeAt, clock)}`,
        text: describeRestore(report),
        tone: report.isReadToEnd && report.setAside === 0 ? 'success' : 'warning',
        durationMs: REPORT_SHOWN_MS,
      });
    });
  };

  if (!isDamaged) {
    return (
      <Banner tone="danger" title={title} isAnnounced={false}>
        {problem?.message}
      </Banner>
    );
  }
  const [newest] = backups ?? [];
  const isRunning = view.status === 'running';
  const acts = newest !== undefined && (
    <>
      <Button size="small" isPending={isRunning} onPress={() => restore(newest.id)}>
        {`Restore the backup of ${nameBackup(newest, clock)}`}
      </Button>
      {(backups?.length ?? 0) > 1 && (
        <Button size="small" kind="quiet" isDisabled={isRunning} onPress={() => setChoosing(true)}>
          Another backup...
        </Button>
      )}
    </>
  );
  return (
    <>
      <Banner tone="danger" title={title} isAnnounced={false} action={acts}>
        Its database is damaged and was left as it is.{' '}
        {backups?.length === 0
          ? 'There is no backup of it on this computer. Keep its folder: what you wrote may still be read from it.'
          : 'Restoring puts a backup in its place, keeps the damaged files, and brings back what you wrote later where it can still be read.'}
      </Banner>
      {view.status === 'failed' && <RequestErrorBanner title="Not restored" error={view.error} />}
      {isChoosing && (
        <BackupsDialog
          venueName={venue.shortName}
          backups={backups ?? []}
          onRestore={restore}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
