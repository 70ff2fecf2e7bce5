import type { ReactNode } from 'react';
import type { JobProgress } from '@renderer/bridge/jobs';
import { ProgressBar } from '@renderer/ui/ProgressBar';

/** Props of {@link JobProgressBar}. */
export interface JobProgressBarProps {
  readonly progress: JobProgress;
  /** What to say before the job says what it does. */
  readonly fallback: string;
  readonly action?: ReactNode;
}

/** How far a job is: what it does now, and its steps in numbers. */
export function JobProgressBar({ progress, fallback, action }: JobProgressBarProps): ReactNode {
  const isKnown = progress.total > 0;
  return (
    <ProgressBar
      label={progress.activity === '' ? fallback : progress.activity}
      fraction={isKnown ? progress.done / progress.total : null}
      countText={isKnown ? `${progress.done} of ${progress.total}` : undefined}
      action={action}
    />
  );
}
