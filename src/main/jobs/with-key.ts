import { AppError } from '@shared/contract/errors';
import type { Executor, RunningJob } from './executor';
import { signingKinds, type JobOutcomes } from './kinds';

/**
 * An executor that opens the signing key before it runs a job that signs: the keychain may take its time, and a key that
 * is locked, or that a person has yet to decide about, ends the job before it has done anything.
 */
export function withKey(execute: Executor, openKey: () => Promise<unknown>): Executor {
  return (kind, input, progress) => {
    if (!signingKinds.has(kind)) return execute(kind, input, progress);
    let running: RunningJob<typeof kind> | null = null;
    let isStopped = false;
    const run = async (): Promise<JobOutcomes[typeof kind]> => {
      await openKey();
      if (isStopped) throw new AppError('CANCELLED', 'Cancelled.');
      running = execute(kind, input, progress);
      return running.ended;
    };
    return {
      ended: run(),
      cancel: () => {
        isStopped = true;
        running?.cancel();
      },
    };
  };
}
