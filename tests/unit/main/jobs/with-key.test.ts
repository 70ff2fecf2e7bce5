import { describe, expect, it } from 'vitest';
import { AppError } from '@shared/contract/errors';
import type { Executor } from '@main/jobs/executor';
import { withKey } from '@main/jobs/with-key';

/** An executor that notes what it begins and stops, around a key that opens when it is told to. */
function makeExecutor(): {
  readonly execute: Executor;
  readonly log: string[];
  open(): void;
  refuse(error: Error): void;
} {
  const log: string[] = [];
  let open = (): void => undefined;
  let refuse = (_error: Error): void => undefined;
  const opened = new Promise<void>((resolve, reject) => {
    open = resolve;
    refuse = reject;
  });
  const execute = withKey(
    (kind) => {
      log.push(`began ${kind}`);
      return { ended: Promise.resolve('done') as never, cancel: () => log.push(`stopped ${kind}`) };
    },
    () => opened,
  );
  return { execute, log, open, refuse };
}

const noProgress = (): void => undefined;
const exporting = { venue: 'v' as never, folder: '/nowhere' };

describe('a job that signs', () => {
  it('is begun when the key is open, and then can be stopped', async () => {
    const { execute, log, open } = makeExecutor();
    const job = execute('export-assignments', exporting, noProgress);
    expect(log).toEqual([]);
    open();
    expect(await job.ended).toBe('done');
    job.cancel();
    expect(log).toEqual(['began export-assignments', 'stopped export-assignments']);
  });

  it('that is stopped while the key opens is never begun', async () => {
    const { execute, log, open } = makeExecutor();
    const job = execute('export-assignments', exporting, noProgress);
    job.cancel();
    open();
    await expect(job.ended).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(log).toEqual([]);
  });

  it('ends with the refusal of a key that does not open, and has done nothing', async () => {
    const { execute, log, refuse } = makeExecutor();
    const job = execute('export-assignments', exporting, noProgress);
    refuse(new AppError('KEY_LOCKED', 'Locked.'));
    await expect(job.ended).rejects.toMatchObject({ code: 'KEY_LOCKED' });
    expect(log).toEqual([]);
  });
});

it('a job that signs nothing waits for no key', () => {
  const { execute, log } = makeExecutor();
  execute('open-sample', {}, noProgress);
  expect(log).toEqual(['began open-sample']);
});
