import type { JobResults, JobState } from '@shared/contract/job';
import type { RouteInput } from '@shared/contract/routes';
import type { JobId } from '@shared/model/ids';
import { onTopic, request, RequestError } from './client';
import { withKey } from './key-asker';

/** The routes that start a job, and the kind of job each starts. */
export interface JobRoutes {
  readonly 'bundle.inspect': 'inspect-bundle';
  readonly 'bundle.import': 'import-bundles';
  readonly 'bundle.exportReviews': 'export-reviews';
  readonly 'help.handOver': 'hand-over';
  readonly 'consolidation.export': 'export-consolidation';
  readonly 'decision.export': 'export-decisions';
  readonly 'sample.open': 'open-sample';
  readonly 'venue.create': 'create-venue';
  readonly 'assignment.export': 'export-assignments';
  readonly 'assignment.importTables': 'import-reviewers';
  readonly 'assignment.run': 'assign-reviewers';
  readonly 'assignment.trace': 'trace-fairness';
  readonly 'assignment.repair': 'repair-assignment';
  readonly 'assignment.listReplacements': 'list-replacements';
  readonly 'assignment.change': 'change-assignment';
  readonly 'backup.restore': 'restore-backup';
  readonly 'form.start': 'start-from-form';
  readonly 'copy.write': 'write-copies';
  readonly 'receipt.make': 'make-receipt';
}
/** A route that starts a job. */
export type JobRoute = keyof JobRoutes;
/** What the job that a route starts answers in the end. */
export type JobResult<Name extends JobRoute> = JobResults[JobRoutes[Name]];

/** How far a job is. `total` is 0 while it is not known. */
export interface JobProgress {
  readonly activity: string;
  readonly done: number;
  readonly total: number;
}

/** Who wants to know how a job goes, and who may stop it. */
export interface JobOptions {
  readonly onProgress?: (progress: JobProgress) => void;
  /** Aborting asks the job to stop; it then ends as CANCELLED and leaves nothing behind. */
  readonly signal?: AbortSignal;
}

/**
 * Starts a job and follows it to its end. It may end before its id is known here: nothing is missed. One that the signing
 * key stands in the way of is started again when a person has dealt with that.
 *
 * @throws RequestError with the job's refusal, or CANCELLED
 */
export function runJob<Name extends JobRoute>(
  name: Name,
  input: RouteInput<Name>,
  options: JobOptions = {},
): Promise<JobResult<Name>> {
  return withKey(() => followJob(name, input, options));
}

async function followJob<Name extends JobRoute>(
  name: Name,
  input: RouteInput<Name>,
  options: JobOptions,
): Promise<JobResult<Name>> {
  const follower = new JobFollower(options);
  try {
    const job = (await request(name, input)) as JobId;
    return (await follower.follow(job)) as JobResult<Name>;
  } finally {
    follower.stop();
  }
}

/** Hears every job from the start, since the wanted one's first events may come before its id. */
class JobFollower {
  private job: JobId | null = null;
  private readonly seen = new Map<JobId, JobState>();
  private readonly unsubscribe: () => void;
  private settle: ((state: JobState) => void) | null = null;
  private readonly cancel = (): void => {
    if (this.job !== null) void request('job.cancel', { job: this.job }).catch(() => undefined);
  };

  constructor(private readonly options: JobOptions) {
    this.unsubscribe = onTopic('job.changed', (state) => {
      this.hear(state);
    });
    options.signal?.addEventListener('abort', this.cancel);
  }

  async follow(job: JobId): Promise<unknown> {
    this.job = job;
    if (this.options.signal?.aborted === true) this.cancel();
    const ended = new Promise<JobState>((resolve) => {
      this.settle = resolve;
    });
    const early = this.seen.get(job);
    this.hear(early ?? (await request('job.get', { job })));
    const state = await ended;
    if (state.status === 'done') return state.result;
    const cancelled = { code: 'CANCELLED', message: 'Stopped. Nothing was changed.', detail: null } as const;
    const unknown = { code: 'INTERNAL', message: `It failed: ${state.activity}`, detail: null } as const;
    throw new RequestError(state.error ?? (state.status === 'cancelled' ? cancelled : unknown));
  }

  stop(): void {
    this.unsubscribe();
    this.options.signal?.removeEventListener('abort', this.cancel);
  }

  private hear(state: JobState): void {
    if (this.job === null) {
      this.seen.set(state.id, state);
    } else if (state.id === this.job) {
      if (state.status === 'running') this.options.onProgress?.(state);
      else this.settle?.(state);
    }
  }
}
