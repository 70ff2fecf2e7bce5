import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { useQuery } from '@renderer/bridge/queries';
import { useJob } from '@renderer/bridge/use-job';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { TextField } from '@renderer/ui/TextField';
import { WrittenBundleSheet } from '../common/bundle/WrittenBundleSheet';
import { JobProgressBar } from '../common/JobProgressBar';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import styles from './paper-acts.module.css';

/** Props of {@link HandOverSheet}. */
export interface HandOverSheetProps {
  readonly venue: VenueId;
  readonly paper: PaperNumber;
  readonly onClose: () => void;
}

/** Asking somebody for help with a paper: who they are, whether that is allowed, then the one file for them. */
export function HandOverSheet({ venue, paper, onClose }: HandOverSheetProps): ReactNode {
  const help = useQuery('help.get', { venue, paper }).data;
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [error, setError] = useState<RequestError | null>(null);
  const job = useJob('help.handOver');
  const { view } = job;
  const who = name.trim();
  if (view.status === 'done') {
    return (
      <WrittenBundleSheet
        title={`#${paper} for ${who}`}
        receipt={view.result}
        readers={who}
        facts={[{ term: 'Holds', value: `Paper #${paper}, and the review form` }]}
        onClose={onClose}
      >
        <p>
          <strong>Now send this file to {who}</strong> in confidence. They open it in their Referee, review
          the paper and send one file back to you. Open that here: it stands beside your form as a proposal.
        </p>
      </WrittenBundleSheet>
    );
  }
  const write = async (): Promise<void> => {
    setError(null);
    try {
      const suggestedName = `paper-${paper}-for-${slugOf(who)}.referee`;
      const [file] = await request('file.choose', { purpose: 'save-review-bundle', suggestedName });
      if (file === undefined) return;
      await job.start({ venue, paper, name: who, email: email.trim(), file: file.token });
    } catch (thrown) {
      setError(toRequestError(thrown));
    }
  };
  const isForbidden = help?.isAllowed === false;
  const isRunning = view.status === 'running';
  const isComplete = who !== '' && /^\S+@\S+\.\S+$/.test(email.trim());
  const failure = error ?? (view.status === 'failed' && view.error.code !== 'CANCELLED' ? view.error : null);
  return (
    <Dialog
      isOpen
      title={`Ask for help with #${paper}`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={isRunning ? job.cancel : onClose}>{isRunning ? 'Stop' : 'Cancel'}</Button>
          <Button
            kind="primary"
            onPress={() => void write()}
            isDisabled={!isComplete || isForbidden}
            isPending={isRunning}
          >
            Write the file...
          </Button>
        </>
      }
      footerNote="Nothing is sent: sending the file is up to you."
    >
      <div className={styles['stack']}>
        {failure !== null && <RequestErrorBanner title="Not written" error={failure} />}
        {isForbidden && (
          <Banner tone="danger" title="This venue does not allow papers to be shared">
            Decline the paper instead, or ask the chairs to assign it to whom you have in mind.
          </Banner>
        )}
        {help?.isAllowed === null && (
          <Banner tone="warning" title="Ask the chairs first">
            The paper is confidential, and this venue does not say whether reviewers may share it. The review
            stays yours: you answer for it.
          </Banner>
        )}
        <TextField label="Name" value={name} onChange={setName} maxLength={200} isRequired autoFocus />
        <TextField
          label="E-mail"
          type="email"
          description="Tells them apart from others; nothing is sent to it."
          value={email}
          onChange={setEmail}
          maxLength={254}
          isRequired
        />
        <p className={styles['quiet']}>
          The file holds this paper and the form, no other paper and nobody&rsquo;s name but yours and theirs.
          It is not encrypted: whoever gets hold of it can read the paper.
        </p>
        {isRunning && <JobProgressBar progress={view.progress} fallback="Writing the bundle" />}
      </div>
    </Dialog>
  );
}

function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'a-colleague'
  );
}
