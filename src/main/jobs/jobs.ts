import { AppError } from '@shared/contract/errors';
import type { JobKind, JobResults, JobState } from '@shared/contract/job';
import { jobIdSchema, type JobId } from '@shared/model/ids';
import { toReport } from '../services/error-report';
import type { Executor } from './executor';
import type { JobInputs, JobOutcomes } from './kinds';

/** The jobs of this process. */
export interface Jobs {
  /** Starts a job. `present` turns what the service answers into what the window gets; it runs when the job is done. */
  start<Kind extends JobKind>(
    kind: Kind,
    input: JobInputs[Kind],
    present: (outcome: JobOutcomes[Kind]) => JobResults[Kind],
  ): JobId;
  /** Refused: JOB_NOT_FOUND. */
  get(job: JobId): JobState;
  /** Asks a job to stop; one that has ended stays as it ended. */
  cancel(job: JobId): void;
  /** The state of a job when it has ended. */
  whenEnded(job: JobId): Promise<JobState>;
}

interface Entry {
  state: JobState;
  cancel(): void;
  readonly ended: Promise<void>;
}

/** Ended jobs that are remembered, so that a late question still gets its answer. */
const REMEMBERED = 50;

/** Jobs that run on an executor; every change is told. */
export function createJobs(execute: Executor, onChange: (state: JobState) => void): Jobs {
  const entries = new Map<JobId, Entry>();
  let lastNumber = 0;

  const requireEntry = (job: JobId): Entry => {
    const entry = entries.get(job);
    if (entry === undefined) throw new AppError('JOB_NOT_FOUND', 'This action ended some time ago.');
    return entry;
  };
  const update = (job: JobId, change: Partial<JobState>): void => {
    const entry = requireEntry(job);
    entry.state = { ...entry.state, ...change };
    onChange(entry.state);
  };
  const forgetOldest = (): void => {
    for (const [job, entry] of entries) {
      if (entries.size <= REMEMBERED) return;
      if (entry.state.status !== 'running') entries.delete(job);
    }
  };

  return {
    start(kind, input, present) {
      lastNumber += 1;
      const job = jobIdSchema.parse(`j-${lastNumber}`);
      const running = execute(kind, input, (activity, done, total) => {
        update(job, { activity, done, total });
      });
      const ended = running.ended
        .then((outcome) => {
          update(job, { status: 'done', result: present(outcome) });
        })
        .catch((error: unknown) => {
          const report = toReport(error);
          update(job, { status: report.code === 'CANCELLED' ? 'cancelled' : 'failed', error: report });
        });
      entries.set(job, {
        state: {
          id: job,
          kind,
          status: 'running',
          activity: '',
          done: 0,
          total: 0,
          result: null,
          error: null,
        },
        cancel: running.cancel,
        ended,
      });
      forgetOldest();
      return job;
    },
    get: (job) => requireEntry(job).state,
    cancel(job) {
      requireEntry(job).cancel();
    },
    async whenEnded(job) {
      const entry = requireEntry(job);
      await entry.ended;
      return entry.state;
    },
  };
}
