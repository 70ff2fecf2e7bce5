import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setClock } from '@renderer/bridge/clock';
import { VenueProblem } from '@renderer/features/store-restore';
import { formatAge, formatWhen } from '@renderer/features/store-restore/backup-words';
import { useToasts } from '@renderer/ui/toasts';
import type { Backup, BackupId, RestoreReport } from '@shared/contract/backup';
import type { ErrorCode } from '@shared/contract/errors';
import type { VenueSummary } from '@shared/contract/library';
import type { JobId, VenueId } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge';

const NOW = '2026-05-10T14:04:30.000Z' as Instant;
const clock = { nowMs: Date.parse(NOW), timeZone: 'UTC' };
const job = 'j-1' as JobId;
const backup = (time: string): Backup => ({
  id: `${time}-v30-0123456789abcdef` as BackupId,
  madeAt: time.replace(/^(....)(..)(..)T(..)(..)(..)(...)Z$/, '$1-$2-$3T$4:$5:$6.$7Z') as Instant,
  sizeBytes: 420_000,
});
const newest = backup('20260510T120400000Z');
const older = backup('20260509T183000000Z');
const report: RestoreReport = {
  venue: 'v' as VenueId,
  backup: newest,
  keptIn: 'damaged/20260510T140430000Z',
  recovered: 2,
  setAside: 0,
  isReadToEnd: true,
};

beforeEach(() => {
  standInForLayout();
  vi.useFakeTimers({ now: clock.nowMs, toFake: ['Date'] });
  setClock(NOW);
});
afterEach(() => {
  cleanup();
  useToasts.setState({ toasts: [] });
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Each venue its own name: what was asked about another is still in the cache. */
function show(id: string, code: ErrorCode, backups: readonly Backup[]): FakeBridge {
  const bridge: FakeBridge = installFakeBridge({
    'app.get': () => ({ timeZone: 'UTC' }) as never,
    'backup.list': () => backups,
    'backup.restore': () => {
      bridge.emitJob({ id: job, kind: 'restore-backup' });
      return job;
    },
  });
  const problem = { code, message: 'The database is damaged, says main.', detail: null };
  const venue: VenueSummary = {
    venue: id as VenueId,
    shortName: id,
    name: id,
    roles: [],
    paperCount: 0,
    isSample: false,
    problem,
  };
  render(<VenueProblem venue={venue} />);
  return bridge;
}

describe('a venue whose database is damaged', () => {
  it('offers its newest backup by its time and age, and restores that very one', async () => {
    const bridge = show('one', 'STORE_DAMAGED', [newest, older]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Restore the backup of 12:04 today (2 h old)' }),
    );
    await waitFor(() =>
      expect(bridge.requests).toContainEqual({
        name: 'backup.restore',
        input: { venue: 'one', backup: newest.id },
      }),
    );
    act(() => bridge.emitJob({ id: job, kind: 'restore-backup', status: 'done', result: report }));
    await waitFor(() => expect(useToasts.getState().toasts).toHaveLength(1));
    expect(useToasts.getState().toasts[0]).toMatchObject({
      title: 'one is restored from the backup of 12:04 today',
      text: expect.stringMatching(
        /^2 newer drafts could still be read and are back\..*damaged\/2026/,
      ) as string,
      tone: 'success',
    });
  });

  it('lets an older backup be chosen', async () => {
    const bridge = show('two', 'STORE_DAMAGED', [newest, older]);
    await userEvent.click(await screen.findByRole('button', { name: 'Another backup...' }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('radio', { name: '18:30 yesterday (19 h old)' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Restore' }));
    await waitFor(() =>
      expect(bridge.requests).toContainEqual({
        name: 'backup.restore',
        input: { venue: 'two', backup: older.id },
      }),
    );
  });

  it('says why it was not restored, and offers it again', async () => {
    const bridge = show('three', 'STORE_DAMAGED', [newest]);
    await userEvent.click(await screen.findByRole('button', { name: /^Restore the backup/ }));
    await waitFor(() => expect(bridge.requests.some(({ name }) => name === 'backup.restore')).toBe(true));
    const error = { code: 'BACKUP_DAMAGED', message: 'The backup is damaged too.', detail: null } as const;
    act(() => bridge.emitJob({ id: job, kind: 'restore-backup', status: 'failed', error }));
    expect(await screen.findByText(/The backup is damaged too\./)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Restore the backup/ })).toBeTruthy();
  });

  it('says so when there is no backup, and offers nothing that cannot be done', async () => {
    show('four', 'STORE_DAMAGED', []);
    expect(await screen.findByText(/There is no backup of it on this computer/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('a venue with another problem', () => {
  it('says what main says, and asks for no backups', () => {
    const bridge = show('five', 'STORE_NEWER', [newest]);
    expect(screen.getByText('The database is damaged, says main.')).toBeTruthy();
    expect(bridge.requests.map(({ name }) => name)).not.toContain('backup.list');
  });
});

describe('when a backup was made', () => {
  it('is said by day in the reader’s zone', () => {
    expect(
      formatWhen('2026-05-10T14:00:00.000Z' as Instant, { ...clock, timeZone: 'Pacific/Kiritimati' }),
    ).toBe('04:00 today');
    expect(formatWhen('2026-05-01T16:00:00.000Z' as Instant, clock)).toBe('16:00 on 1 May 2026');
  });

  it.each([
    ['2026-05-10T14:04:00.000Z', 'under a minute old'],
    ['2026-05-10T13:05:00.000Z', '59 min old'],
    ['2026-05-09T14:05:00.000Z', '23 h old'],
    ['2026-05-07T14:04:00.000Z', '3 days old'],
    ['2026-05-11T14:04:00.000Z', 'by a clock that was ahead'],
  ])('%s is %s', (instant, age) => {
    expect(formatAge(instant as Instant, clock.nowMs)).toBe(age);
  });
});
