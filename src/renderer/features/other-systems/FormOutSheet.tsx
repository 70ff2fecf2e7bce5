import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { useQuery } from '@renderer/bridge/queries';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { RadioList } from '@renderer/ui/RadioList';
import { toast } from '@renderer/ui/toasts';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { copyText } from '../common/copy-text';
import { formatCount } from '../common/format';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { useAnswer } from '../common/use-answer';
import styles from './other-systems.module.css';

/** Props of {@link FormOutSheet}. */
export interface FormOutSheetProps {
  readonly venue: VenueId;
  /** The open paper; null where none is. */
  readonly paper: PaperNumber | null;
  readonly onClose: () => void;
}

/** My reviews in the other system's own form, to save or to paste there. */
export function FormOutSheet({ venue, paper, onClose }: FormOutSheetProps): ReactNode {
  const forms = useQuery('form.ofVenue', { venue }).data;
  const all = forms?.papers ?? [];
  const [scope, setScope] = useState<'this' | 'all'>(paper === null ? 'all' : 'this');
  const [error, setError] = useState<RequestError | null>(null);
  const papers = scope === 'this' && paper !== null ? [paper] : all;
  const filled = useAnswer('form.toText', papers.length === 0 ? null : { venue, papers: [...papers] });
  const system = forms?.systemName ?? 'the system';

  const save = async (): Promise<void> => {
    setError(null);
    try {
      const suggestedName = papers.length === 1 ? `review-${papers[0]}.txt` : 'reviews.txt';
      const [file] = await request('file.choose', { purpose: 'save-offline-form', suggestedName });
      if (file === undefined) return;
      const written = await request('form.write', { venue, papers: [...papers], file: file.token });
      toast({
        tone: 'success',
        title: `Wrote ${written.fileName}`,
        text: `Upload it to ${system}.`,
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
  const copy = (): void => {
    if (filled.data !== undefined && copyText(filled.data.text)) {
      toast({ tone: 'success', title: 'The form is on the clipboard' });
    }
  };
  return (
    <Dialog
      isOpen
      title={`Filled form for ${system}`}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button onPress={copy} isDisabled={filled.data === undefined}>
            Copy to clipboard
          </Button>
          <Button kind="primary" onPress={() => void save()} isDisabled={filled.data === undefined} autoFocus>
            Save…
          </Button>
        </>
      }
      footerNote={`Nothing is sent: you upload or paste it into ${system}.`}
    >
      <div className={styles['stack']}>
        {error !== null && <RequestErrorBanner title="The form was not written" error={error} />}
        {filled.error !== null && (
          <RequestErrorBanner title="The form cannot be filled" error={filled.error} />
        )}
        {paper !== null && all.length > 1 && (
          <RadioList<'this' | 'all'>
            label="Reviews"
            value={scope}
            onChange={setScope}
            options={[
              { id: 'this', label: `Of #${paper} only` },
              { id: 'all', label: `All ${formatCount(all.length, 'paper')}, in one file` },
            ]}
          />
        )}
        {filled.data !== undefined && filled.data.unready.length > 0 && (
          <Banner
            tone="warning"
            title={`Not marked ready: ${filled.data.unready.map((one) => `#${one}`).join(', ')}`}
          >
            {system === 'HotCRP'
              ? 'The form says so, and HotCRP keeps it as a draft.'
              : 'The form has no word for that: what you upload is submitted.'}
          </Banner>
        )}
        {filled.data !== undefined && filled.data.notes.length > 0 && (
          <Banner tone="info" title="A small change was needed">
            {filled.data.notes.join(' ')}
          </Banner>
        )}
        {/* Focusable, so that a long form can be scrolled and read by keyboard. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div role="group" aria-label="The filled form" tabIndex={0} className={styles['text']}>
          {filled.data?.text ?? ''}
        </div>
      </div>
    </Dialog>
  );
}
