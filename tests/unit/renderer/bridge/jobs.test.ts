// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { runJob } from '@renderer/bridge/jobs';
import type { JobId } from '@shared/model/ids';
import { installFakeBridge } from '../../../support/fake-bridge';

const job = 'j-1' as JobId;
const report = { venue: null, kind: null, rows: [], isStopped: false };

test('follows a job to its result and tells each step', async () => {
  const bridge = installFakeBridge({ 'sample.open': () => job });
  bridge.emitJob({ id: job, kind: 'open-sample' });
  const steps: string[] = [];
  const result = runJob('sample.open', {}, { onProgress: (progress) => steps.push(progress.activity) });
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  bridge.emitJob({ id: job, kind: 'open-sample', activity: 'Checking', done: 1, total: 2 });
  bridge.emitJob({ id: job, kind: 'open-sample', status: 'done', result: report });
  expect(await result).toEqual(report);
  expect(steps).toContain('Checking');
  expect(bridge.listenerCount()).toBe(0);
});

test('misses nothing when the job ends before its id is known', async () => {
  const bridge = installFakeBridge({
    'sample.open': () => {
      bridge.emitJob({ id: job, kind: 'open-sample', status: 'done', result: report });
      return job;
    },
  });
  expect(await runJob('sample.open', {})).toEqual(report);
});

test('asks for the state when the job ended between two events', async () => {
  const ended = {
    id: job,
    kind: 'open-sample',
    status: 'done',
    activity: '',
    done: 1,
    total: 1,
    result: report,
    error: null,
  } as const;
  installFakeBridge({ 'sample.open': () => job, 'job.get': () => ended });
  expect(await runJob('sample.open', {})).toEqual(report);
});

test('throws the refusal of a failed job, and leaves other jobs alone', async () => {
  const error = { code: 'BUNDLE_DAMAGED', message: 'a.referee is damaged.', detail: 'hash' } as const;
  const bridge = installFakeBridge({
    'bundle.inspect': () => {
      bridge.emitJob({ id: 'j-2' as JobId, kind: 'open-sample', status: 'done', result: report });
      bridge.emitJob({ id: job, kind: 'inspect-bundle', status: 'failed', error });
      return job;
    },
  });
  await expect(runJob('bundle.inspect', { file: 'f-1' })).rejects.toMatchObject({
    code: 'BUNDLE_DAMAGED',
    detail: 'hash',
  });
});

test('asks main to stop when aborted before the id came back', async () => {
  const controller = new AbortController();
  const bridge = installFakeBridge({
    'sample.open': () => job,
    'job.cancel': () => {
      bridge.emitJob({ id: job, kind: 'open-sample', status: 'cancelled' });
      return null;
    },
  });
  bridge.emitJob({ id: job, kind: 'open-sample' });
  const running = runJob('sample.open', {}, { signal: controller.signal });
  controller.abort();
  await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(bridge.requests.filter((made) => made.name === 'job.cancel')).toHaveLength(1);
});
