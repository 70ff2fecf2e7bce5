import { Worker } from 'node:worker_threads';
import { AppError } from '@shared/contract/errors';
import type { JobKind } from '@shared/contract/job';
import { prepareCipher } from '../bundle/age/cipher';
import type { JobControl, ServiceDeps } from '../services/deps';
import { runWork, signingKinds, type JobInputs, type JobOutcomes } from './kinds';
import type { WorkerMessage, WorkerStart } from './protocol';

/** How far a job is. */
export type Progress = (activity: string, done: number, total: number) => void;

/** A job that runs: its end, and a way to stop it. */
export interface RunningJob<Kind extends JobKind> {
  readonly ended: Promise<JobOutcomes[Kind]>;
  cancel(): void;
}

/** Runs a job somewhere: in this thread, or in one of its own. */
export type Executor = <Kind extends JobKind>(
  kind: Kind,
  input: JobInputs[Kind],
  progress: Progress,
) => RunningJob<Kind>;

/** Runs jobs in this thread, for the command line, where nobody waits for a window. */
export function inThisThread(deps: ServiceDeps): Executor {
  return (kind, input, progress) => {
    let isStopped = false;
    const control: JobControl = {
      progress,
      checkpoint: () => {
        if (isStopped) throw new AppError('CANCELLED', 'Cancelled.');
      },
    };
    return {
      ended: prepareCipher()
        .then(() => runWork(kind, deps, input, control))
        .finally(() => deps.stores.suspectFailing()),
      cancel: () => {
        isStopped = true;
      },
    };
  };
}

/** What a thread needs besides the job. */
export interface ThreadSetup {
  /** The built worker module. */
  readonly workerPath: string;
  readonly dataFolder: string;
  readonly deps: ServiceDeps;
}

/** Runs each job in a worker thread of its own, so that neither the window nor other requests wait for it. */
export function inOwnThread(setup: ThreadSetup): Executor {
  return (kind, input, progress) => {
    const stop = new SharedArrayBuffer(4);
    const { deps } = setup;
    const start: WorkerStart = {
      kind,
      input,
      dataFolder: setup.dataFolder,
      resourcesFolder: deps.resourcesFolder,
      openerPath: deps.openerPath,
      application: deps.application,
      startsAt: new Date(deps.clock.nowMs()).toISOString(),
      timeZone: deps.clock.timeZone,
      privatePem: signingKinds.has(kind) ? deps.identity().privatePem : null,
      openVenues: deps.stores.listOpen(),
      stop,
    };
    const worker = new Worker(setup.workerPath, { workerData: start });
    return {
      ended: new Promise((resolve, reject) => {
        worker.on('message', (message: WorkerMessage) => {
          if (message.type === 'progress') {
            progress(message.activity, message.done, message.total);
            return;
          }
          // This thread's connections go through the same disk: they would acknowledge what it does not take.
          for (const venue of message.failing) deps.stores.suspect(venue);
          if (message.type === 'done') resolve(message.outcome as JobOutcomes[typeof kind]);
          else reject(new AppError(message.error.code, message.error.message, message.error.detail));
        });
        worker.on('error', reject);
        worker.on('exit', () => {
          reject(new Error('the worker ended without an answer'));
        });
      }),
      cancel: () => {
        Atomics.store(new Int32Array(stop), 0, 1);
      },
    };
  };
}
