import { useState, type ReactNode } from 'react';
import { useJob } from '@renderer/bridge/use-job';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { TextField } from '@renderer/ui/TextField';
import { toast } from '@renderer/ui/toasts';
import type { ChosenFile } from '@shared/contract/file';
import type { VenueId } from '@shared/model/ids';
import { personSchema } from '@shared/model/person';
import { formatCount } from '../common/format';
import { JobProgressBar } from '../common/JobProgressBar';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { useAnswer } from '../common/use-answer';
import { FilesPick } from './FilesPick';
import { FormFacts } from './FormFacts';
import styles from './other-systems.module.css';

/** Props of {@link StartFromFormSheet}. */
export interface StartFromFormSheetProps {
  readonly onStarted: (venue: VenueId) => void;
  readonly onClose: () => void;
}

/** A venue of one's own, out of another system's review form and the PDFs of its papers. */
export function StartFromFormSheet({ onStarted, onClose }: StartFromFormSheetProps): ReactNode {
  const [form, setForm] = useState<ChosenFile | null>(null);
  const [pdfs, setPdfs] = useState<readonly ChosenFile[]>([]);
  const [typed, setTyped] = useState<{ shortName?: string; name?: string; email?: string }>({});
  const preview = useAnswer('form.inspect', form === null ? null : { file: form.token });
  const job = useJob('form.start');
  const isRunning = job.view.status === 'running';
  const found = preview.data;
  const shortName = typed.shortName ?? found?.venueName?.slice(0, 40) ?? '';
  const name = typed.name ?? found?.reviewer?.name ?? '';
  const email = typed.email ?? found?.reviewer?.email ?? '';
  const isEmail = personSchema.shape.email.safeParse(email.trim()).success;
  const isComplete =
    found !== undefined && pdfs.length > 0 && shortName.trim() !== '' && name.trim() !== '' && isEmail;

  const start = async (): Promise<void> => {
    if (form === null) return;
    const started = await job.start({
      form: form.token,
      pdfs: pdfs.map(({ token }) => token),
      shortName: shortName.trim(),
      reviewer: { name: name.trim(), email: email.trim() },
    });
    if (started === null) return;
    const count = formatCount(started.papers.length, 'paper');
    toast({
      tone: started.notes.length === 0 ? 'success' : 'warning',
      title: started.wasHere
        ? `${count} added to ${started.shortName}`
        : `${started.shortName} has ${count} to review`,
      ...(started.notes.length === 0 ? {} : { text: started.notes.join(' ') }),
    });
    onStarted(started.venue);
  };
  return (
    <Dialog
      isOpen
      title="Start from another system’s form"
      onClose={onClose}
      footer={
        <>
          <Button onPress={isRunning ? job.cancel : onClose}>{isRunning ? 'Stop' : 'Cancel'}</Button>
          <Button kind="primary" onPress={() => void start()} isDisabled={!isComplete} isPending={isRunning}>
            Start reviewing
          </Button>
        </>
      }
      footerNote="Review here; write the filled form back for the system at any time."
    >
      <div className={styles['stack']}>
        {job.view.status === 'failed' && job.view.error.code !== 'CANCELLED' && (
          <RequestErrorBanner title="Nothing was started" error={job.view.error} />
        )}
        <FilesPick
          label="Review form"
          description="HotCRP’s offline form or EasyChair’s review form, of one paper or of all of yours."
          choices={[{ purpose: 'offline-form', title: 'Choose the form…' }]}
          files={form === null ? [] : [form]}
          onPick={([file]) => setForm(file ?? null)}
          error={preview.error?.message}
          isDisabled={isRunning}
          autoFocus
        />
        {found !== undefined && <FormFacts preview={found} />}
        {found !== undefined && found.notes.length > 0 && (
          <Banner tone="warning" title="Not everything in it was understood">
            {found.notes.join(' ')}
          </Banner>
        )}
        <FilesPick
          label="PDFs of the papers"
          description="Named with the papers’ numbers, as the systems name them: paper12.pdf."
          choices={[
            { purpose: 'form-pdfs', title: 'Choose PDFs…' },
            { purpose: 'pdf-folder', title: 'Choose a folder…' },
          ]}
          files={pdfs}
          onPick={setPdfs}
          isDisabled={isRunning}
        />
        <TextField
          label="Name of the venue"
          value={shortName}
          onChange={(value) => setTyped((now) => ({ ...now, shortName: value }))}
          maxLength={40}
          isDisabled={isRunning}
        />
        <div className={styles['pair']}>
          <TextField
            label="Your name"
            value={name}
            onChange={(value) => setTyped((now) => ({ ...now, name: value }))}
            maxLength={200}
            isDisabled={isRunning}
          />
          <TextField
            label="Your e-mail address"
            type="email"
            value={email}
            onChange={(value) => setTyped((now) => ({ ...now, email: value }))}
            error={email.trim() === '' || isEmail ? undefined : 'This is not an e-mail address.'}
            maxLength={254}
            isDisabled={isRunning}
          />
        </div>
        {job.view.status === 'running' && (
          <JobProgressBar progress={job.view.progress} fallback="Reading the files" />
        )}
      </div>
    </Dialog>
  );
}
