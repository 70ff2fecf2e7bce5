import { FolderOpen, PackagePlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { useQuery } from '@renderer/bridge/queries';
import { useJob } from '@renderer/bridge/use-job';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import type { VenueId } from '@shared/model/ids';
import { formatBytes } from '@shared/rules/byte-size';
import { formatCount } from '../common/format';
import { JobProgressBar } from '../common/JobProgressBar';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { BundlesTable } from './BundlesTable';
import styles from './organizer.module.css';

/** Props of {@link AssignmentExport}. */
export interface AssignmentExportProps {
  readonly venue: VenueId;
}

/** Writes one assignment bundle for each reviewer and chair into a folder, and says what went where. */
export function AssignmentExport({ venue }: AssignmentExportProps): ReactNode {
  const { data } = useQuery('consolidation.get', { venue });
  const job = useJob('assignment.export');
  const [refusal, setRefusal] = useState<RequestError | null>(null);
  const reviewers = new Set(
    data?.papers.flatMap((paper) =>
      paper.reviews.filter((cell) => cell.isAssigned).map((cell) => cell.reviewer),
    ),
  ).size;
  const report = job.view.status === 'done' ? job.view.result : null;
  const error = refusal ?? (job.view.status === 'failed' ? job.view.error : null);

  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    setRefusal(null);
    try {
      await act();
    } catch (thrown) {
      setRefusal(toRequestError(thrown));
    }
  };
  const write = (): Promise<void> =>
    attempt(async () => {
      const [folder] = await request('file.choose', { purpose: 'bundle-folder', suggestedName: null });
      if (folder !== undefined) await job.start({ venue, folder: folder.token });
    });

  return (
    <section className={styles['bundles']} aria-label="Assignment bundles">
      <div className={styles['bundlesHead']}>
        <p>
          One signed file for each of {formatCount(reviewers, 'reviewer')} and for each chair, with their
          papers, the form and the dates. Send each person theirs, any way you like, and no one else’s: it
          proves who they are.
        </p>
        <Button
          kind={report === null ? 'primary' : 'secondary'}
          icon={PackagePlus}
          onPress={() => void write()}
          isDisabled={job.view.status === 'running'}
        >
          {report === null ? 'Write bundles…' : 'Write them again…'}
        </Button>
      </div>
      {job.view.status === 'running' && (
        <JobProgressBar
          progress={job.view.progress}
          fallback="Writing bundles"
          action={
            <Button size="small" onPress={job.cancel} isPending={job.view.isStopping}>
              Stop
            </Button>
          }
        />
      )}
      {error !== null && <RequestErrorBanner title="The bundles were not written" error={error} />}
      {report !== null && (
        <>
          <Banner
            tone="success"
            title={`Wrote ${formatCount(report.bundles.length, 'bundle')} to ${report.folder.name}`}
            action={
              <Button
                size="small"
                icon={FolderOpen}
                onPress={() =>
                  void attempt(() => request('file.showInFolder', { file: report.folder.token }))
                }
              >
                Show in folder
              </Button>
            }
          >
            {formatBytes(report.bundles.reduce((sum, bundle) => sum + bundle.sizeBytes, 0))} together.
          </Banner>
          <BundlesTable bundles={report.bundles} />
        </>
      )}
    </section>
  );
}
