import { useEffect, type ReactNode } from 'react';
import { useJob } from '@renderer/bridge/use-job';
import type { BundlePreview, ImportReport } from '@shared/contract/bundle';
import type { ChosenFile } from '@shared/contract/file';
import type { VenueId } from '@shared/model/ids';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { BundleFacts } from './BundleFacts';
import styles from './bundle-import.module.css';
import { importLabel, isWaiting, kindWords, refusalTitle, WAITING_SENTENCE } from './bundle-words';
import { JobProgressBar } from '../common/JobProgressBar';
import { chooseBundles } from './import-flow';
import { Refusal } from './Refusal';
import { ReportRow } from './ReportRow';

/** Props of {@link OpenBundleSheet}. */
export interface OpenBundleSheetProps {
  readonly file: ChosenFile;
  readonly venue: VenueId | null;
  readonly onClose: () => void;
  /** The bundle is in (or was already), and nothing about it needs a person. */
  readonly onImported: (report: ImportReport) => void;
}

/** One bundle on the sheet: verified first, shown, and brought in only when told to. */
export function OpenBundleSheet({ file, venue, onClose, onImported }: OpenBundleSheetProps): ReactNode {
  const inspection = useJob('bundle.inspect');
  const importing = useJob('bundle.import');
  const { start: inspect } = inspection;
  useEffect(() => void inspect({ file: file.token }), [inspect, file.token]);

  const preview = inspection.view.status === 'done' ? inspection.view.result : null;
  const bringIn = async (): Promise<void> => {
    const report = await importing.start({ files: [file.token], venue });
    const isSettled = report?.rows.every((row) =>
      ['added', 'updated', 'already', 'older'].includes(row.outcome),
    );
    if (report !== null && isSettled === true) onImported(report);
  };
  const jobs = { inspection, importing };
  return (
    <Dialog
      isOpen
      title={titleOf(file, preview)}
      onClose={onClose}
      footer={footerOf(jobs, preview, { bringIn: () => void bringIn(), onClose, onImported })}
      footerNote={
        importing.view.status === 'running' ? 'Whole or not at all: stopping changes nothing.' : undefined
      }
    >
      {bodyOf(jobs, preview, file)}
    </Dialog>
  );
}

interface SheetJobs {
  readonly inspection: ReturnType<typeof useJob<'bundle.inspect'>>;
  readonly importing: ReturnType<typeof useJob<'bundle.import'>>;
}

interface SheetActs {
  readonly bringIn: () => void;
  readonly onClose: () => void;
  readonly onImported: (report: ImportReport) => void;
}

function titleOf(file: ChosenFile, preview: BundlePreview | null): string {
  if (preview === null) return file.name;
  return kindWords[preview.kind];
}

function bodyOf(
  { inspection, importing }: SheetJobs,
  preview: BundlePreview | null,
  file: ChosenFile,
): ReactNode {
  if (inspection.view.status === 'failed')
    return <Refusal error={inspection.view.error} fileName={file.name} />;
  if (importing.view.status === 'failed')
    return <Refusal error={importing.view.error} fileName={file.name} />;
  if (importing.view.status === 'running') {
    return <JobProgressBar progress={importing.view.progress} fallback="Importing" />;
  }
  if (importing.view.status === 'done') {
    const { rows, venue } = importing.view.result;
    const refused = rows.find((row) => row.error !== null);
    if (refused?.error != null && refused.outcome === 'refused')
      return <Refusal error={refused.error} fileName={file.name} />;
    return (
      <ul>
        {rows.map((row) => (
          <ReportRow key={row.fileName} row={row} venue={venue ?? preview?.venue ?? null} />
        ))}
      </ul>
    );
  }
  if (preview !== null) {
    return (
      <div className={styles['stack']}>
        {preview.obstacle !== null && (
          <Banner
            tone={isWaiting(preview.obstacle) ? 'warning' : 'danger'}
            title={refusalTitle(preview.obstacle.code)}
          >
            {preview.obstacle.message} {isWaiting(preview.obstacle) && WAITING_SENTENCE}
          </Banner>
        )}
        <BundleFacts preview={preview} />
      </div>
    );
  }
  const progress =
    inspection.view.status === 'running' ? inspection.view.progress : { activity: '', done: 0, total: 0 };
  return <JobProgressBar progress={progress} fallback={`Checking ${file.name}`} />;
}

function footerOf(
  jobs: SheetJobs,
  preview: BundlePreview | null,
  { bringIn, onClose, onImported }: SheetActs,
): ReactNode {
  const { inspection, importing } = jobs;
  if (importing.view.status === 'running') {
    return (
      <Button onPress={importing.cancel} isDisabled={importing.view.isStopping}>
        {importing.view.isStopping ? 'Stopping' : 'Stop importing'}
      </Button>
    );
  }
  if (inspection.view.status === 'failed' || importing.view.status === 'failed') {
    return (
      <>
        <Button
          onPress={() => {
            onClose();
            void chooseBundles();
          }}
        >
          Open another file...
        </Button>
        <Button kind="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      </>
    );
  }
  if (importing.view.status === 'done') {
    const report = importing.view.result;
    const isConflict = report.rows.some((row) => row.outcome === 'conflict');
    return (
      <>
        {isConflict && <Button onPress={onClose}>Later</Button>}
        <Button kind="primary" onPress={isConflict ? () => onImported(report) : onClose} autoFocus>
          {isConflict ? 'Go and compare' : 'Done'}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button onPress={onClose}>{closeLabel(preview)}</Button>
      {preview !== null && canBringIn(preview) && (
        <Button kind="primary" onPress={bringIn} autoFocus>
          {importLabel(preview)}
        </Button>
      )}
    </>
  );
}

function closeLabel(preview: BundlePreview | null): string {
  if (preview === null) return 'Stop';
  return canBringIn(preview) ? 'Do not import' : 'Close';
}

function canBringIn({ obstacle }: BundlePreview): boolean {
  return obstacle === null || isWaiting(obstacle);
}
