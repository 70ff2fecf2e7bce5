import type { ReactNode } from 'react';
import type { JobView } from '@renderer/bridge/use-job';
import type { RequestError } from '@renderer/bridge/client';
import type { Query } from '@renderer/bridge/queries';
import { Button } from '@renderer/ui/Button';
import { DescriptionList, type Description } from '@renderer/ui/DescriptionList';
import { Dialog } from '@renderer/ui/Dialog';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import { EncryptionChoice } from '../common/bundle/EncryptionChoice';
import { formatNames } from '../common/format';
import { JobProgressBar } from '../common/JobProgressBar';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { RequestErrorState } from '../common/RequestErrorState';
import type { Writing } from '../common/saving/failed-saves';
import { UnsavedBanner } from '../common/saving/UnsavedBanner';
import type { UnsavedOfVenue } from '../common/saving/use-unsaved';
import styles from './judgement-export.module.css';
import type { JudgementPreview } from './use-judgement-export';

/** Props of {@link JudgementFrame}. */
export interface JudgementFrameProps<Preview extends JudgementPreview> {
  readonly title: string;
  /** What the button that writes says: "Export 12 decisions...". */
  readonly act: string;
  /** What the file holds, for the question about encryption: "your decisions". */
  readonly holds: string;
  readonly what: Writing;
  readonly unsaved: UnsavedOfVenue;
  readonly preview: Query<Preview>;
  /** What goes in, a fact each. */
  readonly facts: (preview: Preview) => readonly Description[];
  /** What is not in it and should be known, or what stands instead of an empty export. */
  readonly note?: ReactNode;
  readonly canWrite: boolean;
  readonly view: JobView<unknown>;
  readonly error: RequestError | null;
  readonly isEncrypted: boolean;
  readonly onEncrypted: (isEncrypted: boolean) => void;
  readonly onWrite: () => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** The sheet that says what a bundle of judgements would hold and for whom, and writes it. */
export function JudgementFrame<Preview extends JudgementPreview>({
  preview,
  unsaved,
  view,
  ...props
}: JudgementFrameProps<Preview>): ReactNode {
  const isRunning = view.status === 'running';
  const isUnsaved = unsaved.papers.length > 0;
  return (
    <Dialog
      isOpen
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={isRunning ? props.onStop : props.onClose}>{isRunning ? 'Stop' : 'Cancel'}</Button>
          <Button
            kind="primary"
            onPress={props.onWrite}
            // While it is not known what there is, it waits and keeps the focus, which a disabled button could not.
            isDisabled={isUnsaved || (!preview.isLoading && !props.canWrite)}
            isPending={isRunning || preview.isLoading}
            autoFocus
          >
            {props.act}
          </Button>
        </>
      }
      footerNote="One signed file. Nothing is sent."
    >
      <div className={styles['stack']}>
        {props.error !== null && <RequestErrorBanner title="Not exported" error={props.error} />}
        {isUnsaved && (
          <UnsavedBanner what={props.what} unsaved={unsaved}>
            Save it first.
          </UnsavedBanner>
        )}
        {isRunning && <JobProgressBar progress={view.progress} fallback="Writing the bundle" />}
        {preview.isLoading && <SkeletonRows label="Looking at what there is" count={4} />}
        {preview.data === undefined && preview.error !== null && (
          <RequestErrorState
            what="What there is to export could not be read"
            error={preview.error}
            onRetry={preview.refetch}
          />
        )}
        {preview.data !== undefined && (
          <>
            {props.note}
            <DescriptionList
              items={[
                ...props.facts(preview.data),
                {
                  term: 'For',
                  value:
                    formatNames(preview.data.recipients) ||
                    'Nobody yet: no other chair or organizer is known',
                },
                {
                  term: 'Signed',
                  value: 'With your key, so that they can tell it is from you and unchanged.',
                },
              ]}
            />
            <EncryptionChoice
              recipients={preview.data.recipients}
              canEncrypt={preview.data.canEncrypt}
              whyNot={whyNotEncrypted(preview.data.recipients)}
              holds={props.holds}
              isEncrypted={props.isEncrypted}
              onChange={props.onEncrypted}
              isDisabled={isRunning}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

function whyNotEncrypted(recipients: readonly string[]): string {
  return recipients.length === 0
    ? 'there is no other chair or organizer to encrypt it to.'
    : `no keys are known for ${formatNames(recipients)}, as in venues made with an older Referee.`;
}
