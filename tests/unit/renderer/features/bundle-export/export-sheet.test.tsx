import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ExportSheet, type ExportSheetProps } from '@renderer/features/bundle-export';
import type { ExportPreview, ExportReceipt, ExportRow } from '@shared/contract/bundle';
import type { BundleId, FieldId, FileToken, JobId, PaperNumber, Sha256, VenueId } from '@shared/model/ids';
import type { DayDate, Instant } from '@shared/model/time';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeBridge, type FakeHandlers } from '../../../../support/fake-bridge';

beforeEach(() => standInForLayout());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const venue = 'sim2science-2026' as VenueId;
const missing = { field: 'questions' as FieldId, label: 'Questions', reason: 'missing' };
const row = (paper: number, status: ExportRow['status'], isReady: boolean): ExportRow => ({
  paper: paper as PaperNumber,
  title: `Paper ${paper}`,
  status,
  isReady,
  shortcomings: isReady ? [] : [missing],
  response: null,
  hasOtherVersion: false,
});
const preview: ExportPreview = {
  rows: [
    row(7, 'ready', true),
    row(12, 'draft', false),
    row(31, 'not-started', false),
    row(52, 'exported', true),
  ],
  recipients: ['Noor Haddad', 'Olga Marin'],
  canEncrypt: true,
  due: '2026-05-13' as DayDate,
  suggestedName: 'ada-2.referee',
  earlierCount: 1,
  lastExportedAt: '2026-05-09T09:00:00.000Z' as Instant,
};
const receipt: ExportReceipt = {
  file: { token: 'f-2' as FileToken, name: 'ada-2.referee', folder: 'Desktop' },
  bundle: `b-${'1'.repeat(32)}` as BundleId,
  sizeBytes: 6100,
  sha256: 'd9'.repeat(32) as Sha256,
  sequence: 2,
  isEncrypted: true,
  papers: [7 as PaperNumber, 52 as PaperNumber],
  refused: [],
  leftOut: [12 as PaperNumber],
};

const allSaved = { papers: [], retry: () => undefined };

function open(
  handlers: FakeHandlers = {},
  contact: string | null = 'chairs@example.org',
  unsaved: ExportSheetProps['unsaved'] = allSaved,
): FakeBridge {
  const bridge = installFakeBridge({
    'bundle.previewExport': () => preview,
    'file.choose': () => [{ token: 'f-1' as FileToken, name: 'ada-2.referee' }],
    'bundle.exportReviews': () => {
      bridge.emitJob({ id: 'j-1' as JobId, kind: 'export-reviews', status: 'done', result: receipt });
      return 'j-1' as JobId;
    },
    ...handlers,
  });
  render(
    <ExportSheet
      venue={venue}
      contact={contact}
      unsaved={unsaved}
      onClose={() => undefined}
      onCopies={() => undefined}
      onReceipt={() => undefined}
      onOpenPaper={() => undefined}
    />,
  );
  return bridge;
}
const exportInput = (bridge: FakeBridge): unknown =>
  bridge.requests.find((made) => made.name === 'bundle.exportReviews')?.input;

it('takes what is ready, leaves unready reviews out, and says what they lack', async () => {
  const bridge = open();
  const button = await screen.findByRole('button', { name: 'Export 2 reviews...' });
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '#12 Paper 12' }).checked).toBe(false);
  expect(screen.getByText('Missing: questions (missing)')).toBeTruthy();
  expect(screen.queryByRole('checkbox', { name: '#31 Paper 31' })).toBeNull();
  expect(screen.getByText(/^1 earlier export, the last of 9 May 2026/)).toBeTruthy();
  await userEvent.click(button);
  await screen.findByRole('dialog', { name: '2 reviews exported' });
  expect(exportInput(bridge)).toEqual({
    venue,
    papers: [7, 52],
    includeUnready: false,
    isEncrypted: true,
    file: 'f-1',
  });
});

it('sends a draft along only when it is ticked, and warns about it', async () => {
  const bridge = open();
  await userEvent.click(await screen.findByRole('checkbox', { name: '#12 Paper 12' }));
  expect(screen.getByText('1 unready review will go out as a draft')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Export 3 reviews...' }));
  await waitFor(() =>
    expect(exportInput(bridge)).toMatchObject({ papers: [7, 12, 52], includeUnready: true, file: 'f-1' }),
  );
});

it('exports no review whose newest change is not on disk: says so, saves it, or leaves it out', async () => {
  const retry = vi.fn();
  const bridge = open({}, null, { papers: [7 as PaperNumber], retry });
  const button = await screen.findByRole('button', { name: 'Export 2 reviews...' });
  expect(screen.getByRole('alert').textContent).toContain('Not saved: your review of #7');
  await userEvent.click(button);
  expect(exportInput(bridge)).toBeUndefined();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('checkbox', { name: '#7 Paper 7' }));
  await userEvent.click(screen.getByRole('button', { name: 'Export 1 review...' }));
  await waitFor(() => expect(exportInput(bridge)).toMatchObject({ papers: [52] }));
});

it('writes nothing when no file was chosen', async () => {
  const bridge = open({ 'file.choose': () => [] });
  await userEvent.click(await screen.findByRole('button', { name: 'Export 2 reviews...' }));
  expect(exportInput(bridge)).toBeUndefined();
  expect(screen.getByRole('button', { name: 'Export 2 reviews...' })).toBeTruthy();
});

it('says where the file is and what to do with it, and shows it in its folder', async () => {
  const bridge = open({ 'file.showInFolder': () => null });
  await userEvent.click(await screen.findByRole('button', { name: 'Export 2 reviews...' }));
  const sheet = await screen.findByRole('dialog', { name: '2 reviews exported' });
  for (const fact of [
    'ada-2.referee',
    'In Desktop',
    '6 kB',
    receipt.sha256,
    '#12, not ready',
    'Noor Haddad and Olga Marin',
    'chairs@example.org',
  ]) {
    expect(sheet.textContent).toContain(fact);
  }
  await userEvent.click(screen.getByRole('button', { name: 'Show in folder' }));
  expect(bridge.requests).toContainEqual({ name: 'file.showInFolder', input: { file: 'f-2' } });
});

it('tells nobody to send the sample anywhere', async () => {
  open({}, null);
  await userEvent.click(await screen.findByRole('button', { name: 'Export 2 reviews...' }));
  expect(await screen.findByText(/nobody to send it to/)).toBeTruthy();
});

it('keeps the choice and says why when the file could not be written', async () => {
  const error = {
    code: 'DISK_FULL',
    message: 'The disk is full. Free some space and export again.',
    detail: null,
  } as const;
  const bridge = open({
    'bundle.exportReviews': () => {
      bridge.emitJob({ id: 'j-1' as JobId, kind: 'export-reviews', status: 'failed', error });
      return 'j-1' as JobId;
    },
  });
  await userEvent.click(await screen.findByRole('checkbox', { name: '#12 Paper 12' }));
  await userEvent.click(screen.getByRole('button', { name: 'Export 3 reviews...' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
  expect(screen.getByRole('button', { name: 'Export 3 reviews...' })).toBeTruthy();
});

it('leads to a review that lacks something', async () => {
  installFakeBridge({ 'bundle.previewExport': () => preview });
  const onOpenPaper = vi.fn();
  render(
    <ExportSheet
      venue={venue}
      contact={null}
      unsaved={allSaved}
      onClose={() => undefined}
      onCopies={() => undefined}
      onReceipt={() => undefined}
      onOpenPaper={onOpenPaper}
    />,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Go to the review of #12' }));
  expect(onOpenPaper).toHaveBeenCalledExactlyOnceWith(12);
});

const encryption = 'Encrypt: only Noor Haddad and Olga Marin (and you) can open it';
const suggestion = (bridge: FakeBridge): unknown =>
  bridge.requests.find((made) => made.name === 'file.choose')?.input;

it('encrypts unless told otherwise, in a file whose name says so, and says afterwards who can open it', async () => {
  const bridge = open();
  expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: encryption })).checked).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Export 2 reviews...' }));
  const sheet = await screen.findByRole('dialog', { name: '2 reviews exported' });
  expect(suggestion(bridge)).toEqual({
    purpose: 'save-review-bundle',
    suggestedName: 'ada-2.referee.age',
  });
  expect(sheet.textContent).toContain('only Noor Haddad and Olga Marin and you can open it');
});

it('says plainly what it means not to encrypt, and then does not', async () => {
  const bridge = open({
    'bundle.exportReviews': () => {
      const result = { ...receipt, isEncrypted: false };
      bridge.emitJob({ id: 'j-1' as JobId, kind: 'export-reviews', status: 'done', result });
      return 'j-1' as JobId;
    },
  });
  await userEvent.click(await screen.findByRole('checkbox', { name: encryption }));
  expect(screen.getByText(/^Whoever gets hold of the file can read your reviews/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Export 2 reviews...' }));
  const sheet = await screen.findByRole('dialog', { name: '2 reviews exported' });
  expect(exportInput(bridge)).toMatchObject({ isEncrypted: false });
  expect(suggestion(bridge)).toMatchObject({ suggestedName: 'ada-2.referee' });
  expect(sheet.textContent).toContain('No: whoever gets hold of the file can read it.');
});

it('says why it cannot encrypt where nobody has a key', async () => {
  const bridge = open({ 'bundle.previewExport': () => ({ ...preview, canEncrypt: false }) });
  expect(await screen.findByText(/^It cannot be encrypted: .* without keys/)).toBeTruthy();
  expect(screen.queryByRole('checkbox', { name: /^Encrypt/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Export 2 reviews...' }));
  await waitFor(() => expect(exportInput(bridge)).toMatchObject({ isEncrypted: false }));
});

it('warns while a chosen review has another version, and leads to it', async () => {
  const rows = preview.rows.map((one) => ({ ...one, hasOtherVersion: one.paper === 7 || one.paper === 12 }));
  open({ 'bundle.previewExport': () => ({ ...preview, rows }) });
  expect(await screen.findByText('Two versions of #7')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Go to the review of #7' })).toBeTruthy();
  await userEvent.click(screen.getByRole('checkbox', { name: '#7 Paper 7' }));
  expect(screen.queryByText('Two versions of #7')).toBeNull();
});
