import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { useQuery } from '@renderer/bridge/queries';
import { useJob } from '@renderer/bridge/use-job';
import { Button } from '@renderer/ui/Button';
import { Checkbox } from '@renderer/ui/Checkbox';
import { Dialog } from '@renderer/ui/Dialog';
import { RadioList } from '@renderer/ui/RadioList';
import { toast } from '@renderer/ui/toasts';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { JobProgressBar } from '../common/JobProgressBar';
import { listBegun, PaperScope, papersOf, type Scope } from '../common/PaperScope';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import styles from './receipt.module.css';

/** Props of {@link ReceiptSheet}. */
export interface ReceiptSheetProps {
  readonly venue: VenueId;
  /** The open paper; null where none is. */
  readonly paper: PaperNumber | null;
  readonly onClose: () => void;
}

type Readable = 'none' | 'text' | 'A4' | 'Letter';

/** A signed receipt of my reviews: that they were made, and nothing of what they say. */
export function ReceiptSheet({ venue, paper, onClose }: ReceiptSheetProps): ReactNode {
  const library = useQuery('library.get', { venue }).data;
  const begun = listBegun(library);
  const [scope, setScope] = useState<Scope>('all');
  const [hasTitles, setTitles] = useState(false);
  const [readable, setReadable] = useState<Readable>('A4');
  const [error, setError] = useState<RequestError | null>(null);
  const job = useJob('receipt.make');
  const papers = papersOf(scope, paper, begun);
  const isRunning = job.view.status === 'running';

  const write = async (): Promise<void> => {
    setError(null);
    try {
      const [file] = await request('file.choose', {
        purpose: 'save-receipt',
        suggestedName: `${venue}-receipt.json`,
      });
      if (file === undefined) return;
      const written = await job.start({
        venue,
        papers: [...papers],
        hasTitles,
        readable: readable === 'A4' || readable === 'Letter' ? 'pdf' : readable,
        pageSize: readable === 'Letter' ? 'Letter' : 'A4',
        file: file.token,
      });
      if (written === null) return;
      toast({
        tone: 'success',
        title: `Wrote ${written.fileName}`,
        ...(written.readableName === null ? {} : { text: `And ${written.readableName} beside it, to read.` }),
        action: {
          label: 'Show in folder',
          run: () => void request('file.showInFolder', { file: file.token }).catch(() => undefined),
        },
      });
      onClose();
    } catch (thrown) {
      setError(toRequestError(thrown));
    }
  };
  return (
    <Dialog
      isOpen
      title="Receipt for reviewing"
      onClose={onClose}
      footer={
        <>
          <Button onPress={isRunning ? job.cancel : onClose}>{isRunning ? 'Stop' : 'Cancel'}</Button>
          <Button
            kind="primary"
            onPress={() => void write()}
            isDisabled={papers.length === 0}
            isPending={isRunning}
            autoFocus
          >
            Save the receipt…
          </Button>
        </>
      }
      footerNote="Signed with your key. Nothing of what your reviews say is in it."
    >
      <div className={styles['stack']}>
        {error !== null && <RequestErrorBanner title="No receipt was made" error={error} />}
        {job.view.status === 'failed' && job.view.error.code !== 'CANCELLED' && (
          <RequestErrorBanner title="No receipt was made" error={job.view.error} />
        )}
        <p>
          A receipt shows others that you reviewed for {library?.venue.shortName ?? 'this venue'}: the papers’
          numbers, when, and your name. Whoever has your reviews can tell that they are the ones it means.
        </p>
        <PaperScope paper={paper} begun={begun} value={scope} onChange={setScope} isDisabled={isRunning} />
        <Checkbox
          label="Name the papers’ titles"
          description="Leave it off where nobody may learn who reviewed what."
          isChecked={hasTitles}
          onChange={setTitles}
          isDisabled={isRunning}
        />
        <RadioList<Readable>
          label="For people, beside the signed file"
          value={readable}
          onChange={setReadable}
          isDisabled={isRunning}
          options={[
            { id: 'A4', label: 'A page to print, A4' },
            { id: 'Letter', label: 'A page to print, US Letter' },
            { id: 'text', label: 'Plain text' },
            { id: 'none', label: 'Nothing' },
          ]}
        />
        {job.view.status === 'running' && (
          <JobProgressBar progress={job.view.progress} fallback="Signing the receipt" />
        )}
      </div>
    </Dialog>
  );
}
