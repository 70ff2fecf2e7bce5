// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { RequestError } from '@renderer/bridge/client';
import { runJob } from '@renderer/bridge/jobs';
import { setKeyAsker, withKey, type KeyNeed } from '@renderer/bridge/key-asker';
import type { ErrorCode } from '@shared/contract/errors';
import type { JobId } from '@shared/model/ids';
import { installFakeBridge } from '../../../support/fake-bridge';

afterEach(() => setKeyAsker(null));

const refusal = (code: ErrorCode): RequestError => new RequestError({ code, message: code, detail: null });

/** An act that is refused with these codes, one a try, and then done; and the needs that a person was asked about. */
function attempt(codes: readonly ErrorCode[], canGoOn: boolean): { done: Promise<string>; asked: KeyNeed[] } {
  const asked: KeyNeed[] = [];
  setKeyAsker(async (need) => {
    asked.push(need);
    return canGoOn;
  });
  const left = [...codes];
  const done = withKey(async () => {
    const code = left.shift();
    if (code !== undefined) throw refusal(code);
    return 'done';
  });
  return { done, asked };
}

it('asks a person about a locked key or one that nobody decided about, and does the act again', async () => {
  for (const [code, need] of [
    ['KEY_LOCKED', 'locked'],
    ['KEY_UNDECIDED', 'undecided'],
  ] as const) {
    const { done, asked } = attempt([code], true);
    expect([await done, asked]).toEqual(['done', [need]]);
  }
});

it('refuses the act as it was when a person would rather not', async () => {
  const { done, asked } = attempt(['KEY_LOCKED'], false);
  await expect(done).rejects.toMatchObject({ code: 'KEY_LOCKED' });
  expect(asked).toEqual(['locked']);
});

it('asks about nothing else, and not twice for one act', async () => {
  const other = attempt(['DISK_FULL'], true);
  await expect(other.done).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect(other.asked).toEqual([]);
  const still = attempt(['KEY_LOCKED', 'KEY_LOCKED'], true);
  await expect(still.done).rejects.toMatchObject({ code: 'KEY_LOCKED' });
  expect(still.asked).toEqual(['locked']);
});

it('a job that ends for want of the key is started again once a person has unlocked it', async () => {
  const error = { code: 'KEY_LOCKED', message: 'Locked.', detail: null } as const;
  const folder = { token: 'f-1' as never, name: 'out' };
  let isLocked = true;
  let count = 0;
  const bridge = installFakeBridge({
    'assignment.export': () => {
      count += 1;
      const job = `j-${count}` as JobId;
      const ended = isLocked
        ? ({ status: 'failed', error } as const)
        : ({ status: 'done', result: { folder, bundles: [] } } as const);
      bridge.emitJob({ id: job, kind: 'export-assignments', ...ended });
      return job;
    },
  });
  setKeyAsker(async () => {
    isLocked = false;
    return true;
  });
  const input = { venue: 'sim2science-2026', folder: 'f-1' };
  expect(await runJob('assignment.export', input)).toEqual({ folder, bundles: [] });
  expect(bridge.requests.filter(({ name }) => name === 'assignment.export')).toHaveLength(2);
  expect(bridge.listenerCount()).toBe(0);
});
