import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '@shared/contract/errors';
import type { JobState } from '@shared/contract/job';
import type { JobId } from '@shared/model/ids';
import { inThisThread, type Executor, type Progress } from '@main/jobs/executor';
import { createJobs } from '@main/jobs/jobs';
import { importAll, SIM2SCIENCE } from '../../../support/machine';
import { makeScene } from '../../../support/scene';

/** An executor whose job does what the test says, when it says so. */
function makeStage() {
  const states: JobState[] = [];
  const wings = {
    progress: (() => undefined) as Progress,
    isCancelled: false,
    end: (_value: unknown) => undefined as void,
    fail: (_error: unknown) => undefined as void,
  };
  const execute: Executor = (_kind, _input, progress) => {
    wings.progress = progress;
    return {
      ended: new Promise((resolve, reject) => {
        wings.end = resolve as (value: unknown) => void;
        wings.fail = reject;
      }),
      cancel: () => {
        wings.isCancelled = true;
      },
    };
  };
  const jobs = createJobs(execute, (state) => states.push(state));
  const start = (present: (outcome: unknown) => unknown = (same) => same): JobId =>
    jobs.start('inspect-bundle', { path: 'x' }, present as never);
  return { jobs, states, wings, start };
}

describe('a job', () => {
  it('tells every step and its end, and remembers it', async () => {
    const { jobs, states, wings, start } = makeStage();
    const job = start(() => 'presented');
    expect(jobs.get(job)).toMatchObject({ status: 'running', done: 0, total: 0, result: null, error: null });
    wings.progress('Checking', 1, 2);
    wings.end('outcome');
    expect(await jobs.whenEnded(job)).toMatchObject({
      status: 'done',
      result: 'presented',
      activity: 'Checking',
      done: 1,
      total: 2,
    });
    expect(states.map(({ status, done }) => [status, done])).toEqual([
      ['running', 1],
      ['done', 1],
    ]);
    expect(jobs.get(job)).toEqual(states.at(-1));
  });

  it('ends as failed with the reason, and as cancelled when it was stopped', async () => {
    const { jobs, wings, start } = makeStage();
    const failing = start();
    wings.fail(new AppError('DISK_FULL', 'The disk is full.'));
    expect(await jobs.whenEnded(failing)).toMatchObject({
      status: 'failed',
      error: { code: 'DISK_FULL' },
      result: null,
    });
    const stopped = start();
    jobs.cancel(stopped);
    expect(wings.isCancelled).toBe(true);
    wings.fail(new AppError('CANCELLED', 'Cancelled.'));
    expect(await jobs.whenEnded(stopped)).toMatchObject({
      status: 'cancelled',
      error: { code: 'CANCELLED' },
    });
  });

  it('ends as failed when its outcome cannot be presented, rather than never', async () => {
    const { jobs, wings, start } = makeStage();
    const job = start(() => {
      throw new Error('cannot present');
    });
    wings.end('outcome');
    expect(await jobs.whenEnded(job)).toMatchObject({
      status: 'failed',
      error: { code: 'INTERNAL', detail: 'cannot present' },
    });
  });

  it('stays as it ended when it is cancelled late', async () => {
    const { jobs, wings, start } = makeStage();
    const job = start();
    wings.end('outcome');
    await jobs.whenEnded(job);
    jobs.cancel(job);
    expect(jobs.get(job).status).toBe('done');
  });

  it('is remembered for a while after its end, and as long as it runs', async () => {
    const { jobs, wings, start } = makeStage();
    const running = start();
    const ended: JobId[] = [];
    for (let count = 0; count < 60; count += 1) {
      ended.push(start());
      wings.end('outcome');
      await jobs.whenEnded(ended.at(-1) as JobId);
    }
    expect(jobs.get(running).status).toBe('running');
    expect(jobs.get(ended.at(-1) as JobId).status).toBe('done');
    expect(() => jobs.get(ended[0] as JobId)).toThrow(expect.objectContaining({ code: 'JOB_NOT_FOUND' }));
  });

  it('has a number of its own', () => {
    const { jobs, start } = makeStage();
    expect([start(), start()]).toEqual(['j-1', 'j-2']);
    expect(() => jobs.get('j-3' as JobId)).toThrow(expect.objectContaining({ code: 'JOB_NOT_FOUND' }));
    expect(() => jobs.cancel('j-3' as JobId)).toThrow(expect.objectContaining({ code: 'JOB_NOT_FOUND' }));
  });
});

describe('a job in this thread', () => {
  it('imports a bundle, telling how far it is', async () => {
    const { organizer, review } = makeScene();
    const steps = vi.fn<Progress>();
    const { ended } = inThisThread(organizer.deps)('import-bundles', { paths: [review], venue: null }, steps);
    expect((await ended).rows).toMatchObject([{ outcome: 'added' }]);
    expect(steps.mock.calls.at(0)).toEqual(['Checking ada.referee', 0, 1]);
  });

  it('that is cancelled before a step leaves out that step and all after it', async () => {
    const { organizer, review, ada } = makeScene();
    const gone = join(ada.folder, 'gone.referee');
    const running = inThisThread(organizer.deps)(
      'import-bundles',
      { paths: [gone, review], venue: null },
      (activity) => {
        if (activity === 'Checking ada.referee') running.cancel();
      },
    );
    const outcome = await running.ended.catch((error: unknown) => error);
    // Either it ends as cancelled, or it says that it was stopped; what counts is that nothing came in.
    expect(JSON.stringify(outcome)).toMatch(/CANCELLED|"isStopped":true/);
    expect(importAll(organizer, review).rows).toMatchObject([{ outcome: 'added' }]);
    expect(organizer.deps.stores.list()).toEqual([SIM2SCIENCE]);
  });
});
