import { useEffect, type ReactNode } from 'react';
import { useJob } from '@renderer/bridge/use-job';
import type { ImportReport } from '@shared/contract/bundle';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { JobProgressBar } from '../common/JobProgressBar';
import { Refusal } from './Refusal';
import { ReportRows } from './ReportRows';

/** Props of {@link SampleSheet}. */
export interface SampleSheetProps {
  readonly onClose: () => void;
  readonly onImported: (report: ImportReport) => void;
}

/** The sample venue being opened: no question to answer, only progress. */
export function SampleSheet({ onClose, onImported }: SampleSheetProps): ReactNode {
  const { view, start, cancel } = useJob('sample.open');
  useEffect(() => {
    void start({}).then((report) => {
      if (report !== null && report.venue !== null) onImported(report);
    });
    // Once, when the sheet appears: a new callback of the parent is no reason to open the sample again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [start]);
  const isRunning = view.status === 'running';
  return (
    <Dialog
      isOpen
      size="small"
      title="Opening the sample"
      onClose={onClose}
      footer={
        <Button onPress={isRunning ? cancel : onClose} isDisabled={isRunning && view.isStopping}>
          {isRunning ? 'Stop' : 'Close'}
        </Button>
      }
    >
      {isRunning && <JobProgressBar progress={view.progress} fallback="Opening the sample" />}
      {view.status === 'failed' && <Refusal error={view.error} fileName={null} />}
      {view.status === 'done' && <ReportRows rows={view.result.rows} venue={view.result.venue} />}
    </Dialog>
  );
}
