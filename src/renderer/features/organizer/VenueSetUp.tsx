import { useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useJob } from '@renderer/bridge/use-job';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import type { VenueId } from '@shared/model/ids';
import { JobProgressBar } from '../common/JobProgressBar';
import styles from './organizer.module.css';
import { SetUpSteps } from './SetUpSteps';
import { emptySetUp, findMissing, placeError, toRequest, type SetUpInput } from './set-up-input';

/** Props of {@link VenueSetUp}. */
export interface VenueSetUpProps {
  /** The venue is there: go on with its assignment bundles. */
  readonly onCreated: (venue: VenueId) => void;
  /** Leaves the page; without it there is no such button. */
  readonly onCancel?: (() => void) | undefined;
}

/**
 * Sets a venue up from an organizer's own files, on one page. All or nothing: every problem of every file is shown at
 * the file, and nothing is written until there is none.
 */
export function VenueSetUp({ onCreated, onCancel }: VenueSetUpProps): ReactNode {
  const page = useRef<HTMLDivElement>(null);
  const [input, setInput] = useState<SetUpInput>(emptySetUp);
  const [isChecked, setChecked] = useState(false);
  const job = useJob('venue.create');
  const isRunning = job.view.status === 'running';
  const missing = isChecked ? findMissing(input) : {};
  const failure = job.view.status === 'failed' ? job.view.error : null;
  const placed = failure === null ? null : placeError(input, failure);
  const problems = placed?.part == null ? missing : { ...missing, [placed.part]: placed.lines };

  useEffect(() => {
    if (failure !== null) focusFirstProblem(page.current);
  }, [failure]);

  const submit = async (): Promise<void> => {
    flushSync(() => setChecked(true));
    const request = toRequest(input);
    if (request === null || Object.keys(findMissing(input)).length > 0) {
      focusFirstProblem(page.current);
      return;
    }
    const created = await job.start(request);
    if (created !== null) onCreated(created.venue);
  };

  return (
    <div ref={page} className={styles['page']}>
      <div className={styles['column']}>
        <header>
          <h2 className={styles['title']}>Set up a venue</h2>
          <p className={styles['faint']}>
            From your files, on this computer. You then assign the papers, if they are not yet, and write one
            bundle for each reviewer and chair.
          </p>
        </header>
        <SetUpSteps
          input={input}
          onChange={(change) => {
            // What was refused is not what is here any more.
            if (job.view.status === 'failed') job.reset();
            setInput((now) => ({ ...now, ...change }));
          }}
          problems={problems}
          isDisabled={isRunning}
        />
        {failure !== null && (
          <Banner
            tone={failure.code === 'CANCELLED' ? 'info' : 'danger'}
            title={failure.code === 'CANCELLED' ? 'Stopped' : 'The venue was not set up'}
          >
            {failure.message}
            {placed?.part === null && placed.lines.length > 1 && (
              <div className={styles['problems']}>
                <ul>
                  {placed.lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </div>
            )}
          </Banner>
        )}
        {job.view.status === 'running' ? (
          <JobProgressBar
            progress={job.view.progress}
            fallback="Checking the files"
            action={
              <Button size="small" onPress={job.cancel} isPending={job.view.isStopping}>
                Stop
              </Button>
            }
          />
        ) : (
          <div className={styles['acts']}>
            <Button kind="primary" onPress={() => void submit()}>
              Set up venue
            </Button>
            {onCancel && <Button onPress={onCancel}>Cancel</Button>}
          </div>
        )}
      </div>
    </div>
  );
}

function focusFirstProblem(page: HTMLElement | null): void {
  const problem = page?.querySelector('[id$="-error"]')?.parentElement;
  problem?.querySelector<HTMLElement>('input, button')?.focus();
}
