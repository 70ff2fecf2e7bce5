import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import { useQuery } from '@renderer/bridge/queries';
import type { VenueId } from '@shared/model/ids';
import { notifiedSentence } from '@shared/rules/plan-words';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import { EncryptionChoice } from '../common/bundle/EncryptionChoice';
import { formatCount, formatNames } from '../common/format';
import { JobProgressBar } from '../common/JobProgressBar';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { RequestErrorState } from '../common/RequestErrorState';
import { UnsavedBanner } from '../common/saving/UnsavedBanner';
import type { UnsavedOfVenue } from '../common/saving/use-unsaved';
import styles from './bundle-export.module.css';
import { ChangedReviews } from './ChangedReviews';
import { ExportChoices } from './ExportChoices';
import { ExportFacts } from './ExportFacts';
import { ExportedSheet } from './ExportedSheet';
import { useExport } from './use-export';

/** Props of {@link ExportSheet}. */
export interface ExportSheetProps {
  readonly venue: VenueId;
  /** The venue's address, where the file may be sent; null for the sample. */
  readonly contact: string | null;
  /** Reviews whose newest change is not on disk, which is what an export is made of. */
  readonly unsaved: UnsavedOfVenue;
  readonly onClose: () => void;
  /** Goes on to copies for oneself, or to a receipt, in place of the bundle. */
  readonly onCopies: () => void;
  readonly onReceipt: () => void;
  /** Opens a review that lacks something. */
  readonly onOpenPaper: (paper: number) => void;
}

/** What goes out, to whom, before when; then the one file, and what to do with it. */
export function ExportSheet({
  venue,
  contact,
  unsaved,
  onClose,
  onOpenPaper,
  ...on
}: ExportSheetProps): ReactNode {
  const preview = useQuery('bundle.previewExport', { venue });
  const details = useQuery('venue.get', { venue }).data;
  const { nowMs } = useClock();
  const notified = details === undefined ? null : notifiedSentence(details, nowMs);
  const choice = useExport(venue, preview.data);
  const { view } = choice.job;
  const count = choice.chosen.length;
  const wordCount = preview.data?.rows.filter((row) => row.response !== null).length ?? 0;
  const isUnsavedChosen = choice.chosen.some((row) => unsaved.papers.includes(row.paper));

  if (view.status === 'done') {
    return (
      <ExportedSheet
        receipt={view.result}
        recipients={preview.data?.recipients ?? []}
        contact={contact}
        onClose={onClose}
      />
    );
  }

  const isRunning = view.status === 'running';
  return (
    <Dialog
      isOpen
      title="Export reviews"
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={isRunning ? choice.job.cancel : onClose}>{isRunning ? 'Stop' : 'Cancel'}</Button>
          <Button
            kind="primary"
            onPress={() => void choice.write()}
            isDisabled={(count === 0 && wordCount === 0) || isUnsavedChosen}
            isPending={isRunning}
            autoFocus
          >
            {exportWords(count, wordCount)}
          </Button>
        </>
      }
      footerNote="One signed file. Nothing is sent: sending it is up to you."
    >
      <div className={styles['stack']}>
        {choice.error !== null && <RequestErrorBanner title="Not exported" error={choice.error} />}
        {view.status === 'failed' && view.error.code !== 'CANCELLED' && (
          <RequestErrorBanner title="Not exported" error={view.error} />
        )}
        {unsaved.papers.length > 0 && (
          <UnsavedBanner what="review" unsaved={unsaved}>
            Save it first, or leave {unsaved.papers.length === 1 ? 'that review' : 'those reviews'} out.
          </UnsavedBanner>
        )}
        {isRunning && <JobProgressBar progress={view.progress} fallback="Writing the bundle" />}
        {preview.isLoading && <SkeletonRows label="Loading reviews" />}
        {preview.data === undefined && preview.error !== null && (
          <RequestErrorState
            what="Your reviews could not be read"
            error={preview.error}
            onRetry={preview.refetch}
          />
        )}
        {preview.data !== undefined && (
          <>
            <ChangedReviews venue={venue} />
            <ExportChoices
              rows={preview.data.rows}
              choice={choice}
              isDisabled={isRunning}
              onOpenPaper={(paper) => {
                onClose();
                onOpenPaper(paper);
              }}
            />
            <ExportFacts preview={preview.data} notified={notified} />
            <EncryptionChoice
              recipients={preview.data.recipients}
              canEncrypt={preview.data.canEncrypt}
              whyNot={whyNotEncrypted(preview.data.recipients)}
              holds="your reviews"
              isEncrypted={choice.isEncrypted}
              onChange={choice.setEncrypted}
              isDisabled={isRunning}
            />
            <div className={styles['besides']}>
              <span className={styles['quiet']}>For yourself:</span>
              <Button size="small" kind="quiet" onPress={on.onCopies} isDisabled={isRunning}>
                Copies as PDF or text…
              </Button>
              <Button size="small" kind="quiet" onPress={on.onReceipt} isDisabled={isRunning}>
                A receipt…
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}

function exportWords(count: number, wordCount: number): string {
  if (count > 0) return `Export ${formatCount(count, 'review')}...`;
  return wordCount === 0 ? 'Export reviews...' : `Export your word on ${formatCount(wordCount, 'paper')}...`;
}

function whyNotEncrypted(recipients: readonly string[]): string {
  const names = formatNames(recipients) || 'the chairs and organizers';
  return `your assignment bundle came without keys for ${names}, as an older Referee writes it.`;
}
