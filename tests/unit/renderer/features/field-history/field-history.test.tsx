// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RequestError } from '@renderer/bridge/client';
import type { FormHandle } from '@renderer/features/common/form-handle';
import { FieldHistory } from '@renderer/features/field-history';
import { runCommand } from '@renderer/ui/commands';
import type { AnswerVersion } from '@shared/contract/field-history';
import type { FieldId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import type { Instant } from '@shared/model/time';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge } from '../../../../support/fake-bridge';
import { paperView, venue } from '../review-form/form-fixture';

const version = (id: number, hour: number, changes: Partial<AnswerVersion> = {}): AnswerVersion => ({
  id,
  since: `2026-05-10T0${hour}:00:00.000Z` as Instant,
  changedAt: `2026-05-10T0${hour}:00:00.000Z` as Instant,
  wordCount: 3,
  isCleared: false,
  moments: [],
  ...changes,
});
const texts: Readonly<Record<number, string>> = {
  3: 'One clear paper.',
  2: 'One fine paper.',
  1: 'One paper.',
};
let versions: AnswerVersion[];
let restored: unknown[];
let restore: FormHandle['restore'];

beforeEach(() => {
  standInForLayout();
  versions = [
    version(3, 3),
    version(2, 2, { moments: [{ kind: 'exported', at: '2026-05-10T02:30:00.000Z' as Instant }] }),
    version(1, 1),
  ];
  restored = [];
  restore = (...asked) => {
    restored.push(asked);
    return Promise.resolve();
  };
  installFakeBridge({
    'review.listVersions': () => versions,
    'review.readVersion': ({ version: id }): Answer => ({ kind: 'text', text: texts[id] ?? '' }),
  });
  const form: FormHandle = {
    venue,
    paper: paperView().paper,
    answers: () => ({}),
    subscribe: () => () => undefined,
    goTo: () => undefined,
    fieldInHand: () => 'summary' as FieldId,
    restore: (...asked) => restore(...asked),
  };
  render(<FieldHistory form={form} />);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const open = async (): Promise<HTMLElement> => {
  act(() => void runCommand('review.history'));
  return screen.findByRole('dialog', { name: 'History of Summary, #12' });
};
const marks = (sheet: HTMLElement): string[] =>
  [...sheet.querySelectorAll('ins, del')].map(
    (mark) =>
      `${mark.tagName === 'INS' ? '+' : '-'}${mark.textContent?.replaceAll(/\(\w+: |\)/g, '').trim() ?? ''}`,
  );

it('lists the versions of the field in hand, with what happened while they stood, ready for the arrows', async () => {
  const sheet = await open();
  const rows = await within(sheet).findAllByRole('option');
  expect(rows.map((row) => row.textContent?.replace(/^.*\d\d:00/, ''))).toEqual([
    'Now3 words',
    'Exported3 words',
    '3 words',
  ]);
  expect(document.activeElement?.getAttribute('role')).toBe('listbox');
});

it('marks what a version changed, what has changed since, or shows it alone', async () => {
  const sheet = await open();
  await waitFor(() => expect(marks(sheet)).toEqual(['-fine', '+clear']));
  await userEvent.keyboard('{ArrowDown}');
  await waitFor(() => expect(marks(sheet)).toEqual(['+fine']));
  await userEvent.click(within(sheet).getByRole('radio', { name: 'What changed since' }));
  await waitFor(() => expect(marks(sheet)).toEqual(['-fine', '+clear']));
  await userEvent.click(within(sheet).getByRole('radio', { name: 'As it was' }));
  await waitFor(() => expect(marks(sheet)).toEqual([]));
  expect(within(sheet).getByText('One fine paper.')).toBeTruthy();
});

it('restores the chosen version, never the one that stands, and closes', async () => {
  const sheet = await open();
  await within(sheet).findAllByRole('option');
  const button = (): HTMLButtonElement => within(sheet).getByRole('button', { name: 'Restore this version' });
  expect(button().disabled).toBe(true);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await userEvent.click(button());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(restored).toEqual([['summary', 1]]);
});

it('says why a version could not be restored, and stays', async () => {
  restore = () =>
    Promise.reject(new RequestError({ code: 'DISK_FULL', message: 'The disk is full.', detail: null }));
  const sheet = await open();
  await within(sheet).findAllByRole('option');
  await userEvent.keyboard('{ArrowDown}');
  await userEvent.click(within(sheet).getByRole('button', { name: 'Restore this version' }));
  expect(await within(sheet).findByText(/The disk is full/)).toBeTruthy();
});

it('says that nothing was written yet', async () => {
  versions = [];
  const sheet = await open();
  expect(await within(sheet).findByText('Nothing was written here yet')).toBeTruthy();
});
