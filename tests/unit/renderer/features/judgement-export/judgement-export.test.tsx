// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConsolidationExportSheet, DecisionExportSheet } from '@renderer/features/judgement-export';
import type { JudgementReceipt } from '@shared/contract/bundle';
import type { ConsolidationPreview } from '@shared/contract/consolidation';
import { AppError } from '@shared/contract/errors';
import type { BundleId, FileToken, JobId, PaperNumber, Sha256, VenueId } from '@shared/model/ids';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge';

const venue = 'sim2science-2026' as VenueId;
const job = 'j-1' as JobId;
const seven = 7 as PaperNumber;
const preview: ConsolidationPreview = {
  metaReviews: [{ paper: seven, title: 'Emulating the ocean' }],
  reviewBundleCount: 3,
  settlementCount: 1,
  recipients: ['Olga Marin', 'Ben Ito'],
  canEncrypt: true,
  suggestedName: 'sim2science-2026-consolidation-noor.referee',
};
const receipt: JudgementReceipt = {
  file: { token: 'f-1' as FileToken, name: 'noor.referee.age', folder: '/home/noor' },
  bundle: `b-${'0'.repeat(16)}` as BundleId,
  sizeBytes: 12_000,
  sha256: 'a'.repeat(64) as Sha256,
  sequence: 1,
  isEncrypted: true,
  papers: [seven],
};
const saved = { papers: [], retry: () => undefined };

let bridge: FakeBridge;
beforeEach(() => {
  standInForLayout();
  bridge = installFakeBridge({
    'consolidation.previewExport': () => preview,
    'decision.previewExport': () => ({
      decidedCount: 2,
      undecidedCount: 8,
      recipients: ['Noor Haddad'],
      canEncrypt: true,
      suggestedName: 'sim2science-2026-decisions-olga.referee',
    }),
    'file.choose': () => [{ token: 'f-1' as FileToken, name: 'noor.referee.age' }],
    'consolidation.export': () => {
      bridge.emitJob({ id: job, kind: 'export-consolidation' });
      return job;
    },
    'decision.export': () => {
      bridge.emitJob({ id: job, kind: 'export-decisions' });
      return job;
    },
    'file.showInFolder': () => null,
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const asked = (name: string) => bridge.requests.filter((one) => one.name === name).map(({ input }) => input);
const fact = (term: string): string | undefined =>
  screen.getByText(term, { selector: 'dt' }).nextElementSibling?.textContent ?? undefined;

describe('exporting a consolidation', () => {
  const open = (more: Partial<Parameters<typeof ConsolidationExportSheet>[0]> = {}) =>
    render(<ConsolidationExportSheet venue={venue} unsaved={saved} onClose={() => undefined} {...more} />);
  const write = async (): Promise<void> =>
    userEvent.click(await screen.findByRole('button', { name: 'Export consolidation...' }));

  it('says what it holds and for whom, encrypts unless told otherwise, and says where the file is', async () => {
    open();
    await screen.findByText('1 meta-review of yours');
    expect(fact('Meta-reviews')).toBe('1 meta-review of yours#7');
    expect(fact('Reviews')).toMatch(/^3 review bundles as received/);
    expect(fact('Conflicts')).toBe('1 conflict that you settled');
    expect(fact('For')).toBe('Olga Marin and Ben Ito');
    await write();
    await waitFor(() => expect(asked('consolidation.export')).toHaveLength(1));
    expect(asked('file.choose')).toEqual([
      { purpose: 'save-consolidation-bundle', suggestedName: `${preview.suggestedName}.age` },
    ]);
    expect(asked('consolidation.export')).toEqual([{ venue, isEncrypted: true, file: 'f-1' }]);
    act(() => bridge.emitJob({ id: job, kind: 'export-consolidation', status: 'done', result: receipt }));
    await screen.findByRole('dialog', { name: 'Consolidation exported' });
    screen.getByText('Now send this one file to Olga Marin and Ben Ito');
    expect(fact('Encrypted')).toMatch(/^Yes: only Olga Marin and Ben Ito and you can open it/);
    await userEvent.click(screen.getByRole('button', { name: 'Show in folder' }));
    await waitFor(() => expect(asked('file.showInFolder')).toEqual([{ file: 'f-1' }]));
  });

  it('writes in the clear when asked to, under a name that does not claim otherwise', async () => {
    open();
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Encrypt: / }));
    screen.getByText(/can read your meta-reviews and the reviews/);
    await write();
    await waitFor(() => expect(asked('consolidation.export')).toMatchObject([{ isEncrypted: false }]));
    expect(asked('file.choose')).toMatchObject([{ suggestedName: preview.suggestedName }]);
  });

  it('says why it cannot be encrypted, and exports it as it is', async () => {
    bridge.handle({
      'consolidation.previewExport': () => ({ ...preview, recipients: [], canEncrypt: false }),
    });
    open();
    await screen.findByText(/there is no other chair or organizer to encrypt it to/);
    expect(screen.queryByRole('checkbox')).toBeNull();
    await write();
    await waitFor(() => expect(asked('consolidation.export')).toMatchObject([{ isEncrypted: false }]));
  });

  it('shows how far it is, stops when told to, and leaves the sheet as it was', async () => {
    bridge.handle({ 'job.cancel': () => null });
    open();
    await write();
    await waitFor(() => expect(asked('consolidation.export')).toHaveLength(1));
    act(() =>
      bridge.emitJob({ id: job, kind: 'export-consolidation', activity: 'Signing', done: 1, total: 4 }),
    );
    await screen.findByText('1 of 4');
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(asked('job.cancel')).toEqual([{ job }]));
    act(() => bridge.emitJob({ id: job, kind: 'export-consolidation', status: 'cancelled' }));
    await screen.findByRole('button', { name: 'Cancel' });
    expect(screen.queryByText('Not exported')).toBeNull();
  });

  it('exports nothing while a meta-review is not on disk: says so, and tries again', async () => {
    const retry = vi.fn();
    open({ unsaved: { papers: [seven], retry } });
    await screen.findByText('Not saved: your meta-review of #7');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Export consolidation...' }).disabled).toBe(
      true,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('has the focus on the act as soon as it opens, so that Enter writes', async () => {
    open();
    await screen.findByText('1 meta-review of yours');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(asked('consolidation.export')).toHaveLength(1));
  });

  it('says in place why nothing was written', async () => {
    bridge.handle({
      'consolidation.export': () => {
        throw new AppError('DISK_FULL', 'The disk is full.');
      },
    });
    open();
    await write();
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
  });
});

describe('exporting decisions', () => {
  it('counts what is decided and what is not, and asks for a file of its own kind', async () => {
    render(<DecisionExportSheet venue={venue} unsaved={saved} onClose={() => undefined} />);
    await screen.findByText('2 papers');
    expect(fact('Not decided')).toBe('8 papers, left out');
    await userEvent.click(screen.getByRole('button', { name: 'Export 2 decisions...' }));
    await waitFor(() =>
      expect(asked('decision.export')).toEqual([{ venue, isEncrypted: true, file: 'f-1' }]),
    );
    expect(asked('file.choose')).toMatchObject([{ purpose: 'save-decision-bundle' }]);
    act(() =>
      bridge.emitJob({
        id: job,
        kind: 'export-decisions',
        status: 'done',
        result: { ...receipt, papers: [seven, 12 as PaperNumber] },
      }),
    );
    await screen.findByRole('dialog', { name: '2 decisions exported' });
    screen.getByText('Now send this one file to Noor Haddad');
  });
});
