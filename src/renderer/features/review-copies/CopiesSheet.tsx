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
import { copyText } from '../common/copy-text';
import { formatCount } from '../common/format';
import { JobProgressBar } from '../common/JobProgressBar';
import { listBegun, PaperScope, papersOf, type Scope } from '../common/PaperScope';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import styles from './review-copies.module.css';

/** Props of {@link CopiesSheet}. */
export interface CopiesSheetProps {
  readonly venue: VenueId;
  /** The open paper; null where none is. */
  readonly paper: PaperNumber | null;
  readonly onClose: () => void;
}

type Format = 'text' | 'A4' | 'Letter';

/** Copies of my reviews for myself: plain text or PDF, of one paper or of all. */
export function CopiesSheet({ venue, paper, onClose }: CopiesSheetProps): ReactNode {
  const library = useQuery('library.get', { venue }).data;
  const begun = listBegun(library);
  const [wanted, setScope] = useState<Scope>('this');
  const [format, setFormat] = useState<Format>('A4');
  const [includesConfidential, setConfidential] = useState(true);
  const [error, setError] = useState<RequestError | null>(null);
  const job = useJob('copy.write');
  const papers = papersOf(wanted, paper, begun);
  const isRunning = job.view.status === 'running';

  const save = async (): Promise<void> => {
    setError(null);
    try {
      const isOne = papers.length === 1;
      const purpose = !isOne ? 'copies-folder' : format === 'text' ? 'save-text-copy' : 'save-pdf-copy';
      const suggestedName = isOne
        ? `${venue}-review-${papers[0]}.${format === 'text' ? 'txt' : 'pdf'}`
        : null;
      const [target] = await request('file.choose', { purpose, suggestedName });
      if (target === undefined) return;
      const written = await job.start({
        venue,
        papers: [...papers],
        includesConfidential,
        format: format === 'text' ? 'text' : 'pdf',
        pageSize: format === 'Letter' ? 'Letter' : 'A4',
        target: target.token,
      });
      if (written === null) return;
      toast({
        tone: 'success',
        title: isOne
          ? `Wrote ${written.target.name}`
          : `Wrote ${formatCount(written.fileNames.length, 'copy', 'copies')}`,
        action: {
          label: 'Show in folder',
          run: () => void request('file.showInFolder', { file: target.token }).catch(() => undefined),
        },
      });
      onClose();
    } catch (thrown) {
      setError(toRequestError(thrown));
    }
  };
  const copy = async (): Promise<void> => {
    setError(null);
    try {
      const { text } = await request('copy.toText', { venue, papers: [...papers], includesConfidential });
      if (copyText(text)) toast({ tone: 'success', title: 'The text is on the clipboard' });
    } catch (thrown) {
      setError(toRequestError(thrown));
    }
  };
  return (
    <Dialog
      isOpen
      title="Copies of reviews"
      onClose={onClose}
      footer={
        <>
          <Button onPress={isRunning ? job.cancel : onClose}>{isRunning ? 'Stop' : 'Cancel'}</Button>
          {format === 'text' && (
            <Button onPress={() => void copy()} isDisabled={papers.length === 0 || isRunning}>
              Copy to clipboard
            </Button>
          )}
          <Button
            kind="primary"
            onPress={() => void save()}
            isDisabled={papers.length === 0}
            isPending={isRunning}
            autoFocus
          >
            Save…
          </Button>
        </>
      }
      footerNote="Copies to keep, print or read. Chairs get the exported bundle."
    >
      <div className={styles['stack']}>
        {error !== null && <RequestErrorBanner title="No copy was made" error={error} />}
        {job.view.status === 'failed' && job.view.error.code !== 'CANCELLED' && (
          <RequestErrorBanner title="No copy was made" error={job.view.error} />
        )}
        <PaperScope paper={paper} begun={begun} value={wanted} onChange={setScope} isDisabled={isRunning} />
        <RadioList<Format>
          label="As"
          value={format}
          onChange={setFormat}
          isDisabled={isRunning}
          options={[
            { id: 'A4', label: 'PDF, A4', description: 'Typeset with math, headings and page numbers.' },
            { id: 'Letter', label: 'PDF, US Letter' },
            { id: 'text', label: 'Plain text', description: 'Wrapped at 80 columns, as for an e-mail.' },
          ]}
        />
        <Checkbox
          label="With what only the chairs may read"
          description="Take the tick away before you show a copy to authors."
          isChecked={includesConfidential}
          onChange={setConfidential}
          isDisabled={isRunning}
        />
        {job.view.status === 'running' && (
          <JobProgressBar progress={job.view.progress} fallback="Writing the copies" />
        )}
      </div>
    </Dialog>
  );
}
