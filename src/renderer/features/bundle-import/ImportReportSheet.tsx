import { useEffect, useMemo, type ReactNode } from 'react';
import { useJob } from '@renderer/bridge/use-job';
import type { ImportReport } from '@shared/contract/bundle';
import type { ChosenFile } from '@shared/contract/file';
import type { VenueId } from '@shared/model/ids';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { formatCount } from '../common/format';
import { JobProgressBar } from '../common/JobProgressBar';
import { Refusal } from './Refusal';
import { ReportRows } from './ReportRows';

/** Props of {@link ImportReportSheet}. */
export interface ImportReportSheetProps {
  readonly files: readonly ChosenFile[];
  readonly venue: VenueId | null;
  readonly onClose: () => void;
  /** Goes to what came in. */
  readonly onImported: (report: ImportReport) => void;
}

/** Several bundles at once: imported one by one, each whole or not at all, then told in a report. */
export function ImportReportSheet({ files, venue, onClose, onImported }: ImportReportSheetProps): ReactNode {
  const { view, start, cancel } = useJob('bundle.import');
  const tokens = useMemo(() => files.map((file) => file.token), [files]);
  useEffect(() => void start({ files: tokens, venue }), [start, tokens, venue]);

  const isRunning = view.status === 'running' || view.status === 'idle';
  return (
    <Dialog
      isOpen
      size="large"
      title={
        isRunning
          ? `Importing ${formatCount(files.length, 'file')}`
          : `Import of ${formatCount(files.length, 'file')}`
      }
      onClose={onClose}
      footer={
        view.status === 'running' ? (
          <Button onPress={cancel} isDisabled={view.isStopping}>
            {view.isStopping ? 'Stopping' : 'Stop importing'}
          </Button>
        ) : (
          <Button
            kind="primary"
            autoFocus
            onPress={() => {
              if (view.status === 'done' && view.result.venue !== null) onImported(view.result);
              else onClose();
            }}
          >
            Done
          </Button>
        )
      }
      footerNote={isRunning ? 'Each bundle comes in whole or not at all.' : undefined}
    >
      {view.status === 'running' && <JobProgressBar progress={view.progress} fallback="Checking the files" />}
      {view.status === 'failed' && <Refusal error={view.error} fileName={null} />}
      {view.status === 'done' && view.result.isStopped && (
        <Banner tone="info" title={`Stopped after ${formatCount(view.result.rows.length, 'file')}`}>
          What came in until then is listed below. The other files were not touched.
        </Banner>
      )}
      {view.status === 'done' && <ReportRows rows={view.result.rows} venue={view.result.venue ?? venue} />}
    </Dialog>
  );
}
