import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ImportSheet, openBundleFiles, showHeldBundles } from '@renderer/features/bundle-import';
import { useImportFlow } from '@renderer/features/bundle-import/import-flow';
import type { BundlePreview, HeldBundle, ImportReport } from '@shared/contract/bundle';
import { AppError } from '@shared/contract/errors';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge';
import { bundleId, endsAtOnce, fileOf, heldBundle, previewOf, reportRow, venueId } from './import-fixture';

let bridge: FakeBridge;
const get = (): FakeBridge => bridge;

beforeEach(() => {
  standInForLayout();
  bridge = installFakeBridge();
  useImportFlow.setState({ step: { kind: 'closed' }, waiting: [] });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function reportOf(rows: ImportReport['rows']): ImportReport {
  return { venue: venueId, kind: 'review', rows, isStopped: false };
}

describe('one bundle', () => {
  it('shows what it is before anything of it is stored, and imports on the button', async () => {
    const report = reportOf([reportRow('ada.referee')]);
    bridge.handle({
      'bundle.inspect': endsAtOnce(get, 'j-1', 'inspect-bundle', { result: previewOf() }),
      'bundle.import': endsAtOnce(get, 'j-2', 'import-bundles', { result: report }),
    });
    const onImported = vi.fn();
    render(<ImportSheet onImported={onImported} />);
    act(() => openBundleFiles([fileOf('ada.referee')]));

    const sheet = await screen.findByRole('dialog', { name: 'Assignment bundle' });
    for (const fact of [
      'Sim2Science 2026',
      'Ada Lindqvist',
      'Olga Marin',
      'First bundle of this venue',
      'Tempering widens',
    ]) {
      expect(within(sheet).getByText(fact)).toBeTruthy();
    }
    expect(sheet.textContent).toContain('52262 52262');
    expect(bridge.requests.map((made) => made.name)).not.toContain('bundle.import');

    await userEvent.click(within(sheet).getByRole('button', { name: 'Open for review' }));
    await waitFor(() => expect(onImported).toHaveBeenCalledExactlyOnceWith(report));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says the sentence and the rule of a refusal, and offers no import', async () => {
    const error = {
      code: 'BUNDLE_DAMAGED',
      message: 'x.referee is damaged.',
      detail: 'data/a.pdf has a wrong checksum',
    } as const;
    bridge.handle({ 'bundle.inspect': endsAtOnce(get, 'j-1', 'inspect-bundle', { error }) });
    render(<ImportSheet onImported={() => undefined} />);
    act(() => openBundleFiles([fileOf('x.referee')]));
    expect((await screen.findByRole('alert')).textContent).toBe(
      'This bundle is damagedx.referee is damaged.',
    );
    expect(screen.getByText('data/a.pdf has a wrong checksum')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /import|open for review/i })).toBeNull();
  });

  it('stops an import that is running, and says that nothing changed', async () => {
    bridge.handle({
      'bundle.inspect': endsAtOnce(get, 'j-1', 'inspect-bundle', { result: previewOf() }),
      'bundle.import': () => 'j-2' as never,
      'job.cancel': () => {
        bridge.emitJob({ id: 'j-2' as never, kind: 'import-bundles', status: 'cancelled' });
        return null;
      },
    });
    bridge.emitJob({
      id: 'j-2' as never,
      kind: 'import-bundles',
      activity: 'Copying papers',
      done: 1,
      total: 2,
    });
    render(<ImportSheet onImported={() => undefined} />);
    act(() => openBundleFiles([fileOf('ada.referee')]));
    await userEvent.click(await screen.findByRole('button', { name: 'Open for review' }));
    expect(await screen.findByText('Copying papers')).toBeTruthy();
    expect(screen.getByText('1 of 2')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Stop importing' }));
    expect(await screen.findByText('Stopped. Nothing was changed.')).toBeTruthy();
  });

  it('passes on the venue of the desk, so that bundles of other venues are refused there', async () => {
    bridge.handle({
      'bundle.inspect': endsAtOnce(get, 'j-1', 'inspect-bundle', { result: previewOf({ kind: 'review' }) }),
      'bundle.import': endsAtOnce(get, 'j-2', 'import-bundles', { result: reportOf([reportRow('a')]) }),
    });
    render(<ImportSheet onImported={() => undefined} />);
    act(() => openBundleFiles([fileOf('a.referee')], venueId));
    await userEvent.click(await screen.findByRole('button', { name: 'Import 2 reviews' }));
    await waitFor(() =>
      expect(bridge.requests).toContainEqual({
        name: 'bundle.import',
        input: { files: ['f-1'], venue: venueId },
      }),
    );
  });
});

describe('several bundles', () => {
  const refused = reportRow('bad.referee', {
    outcome: 'refused',
    sentence: 'bad.referee is damaged.',
    error: { code: 'BUNDLE_DAMAGED', message: 'bad.referee is damaged.', detail: 'rule 4' },
  });
  const rows = [
    reportRow('a.referee'),
    refused,
    reportRow('b.referee', { outcome: 'already', sentence: 'Known.' }),
    reportRow('ben.referee', { outcome: 'held', sentence: 'Held.', bundle: bundleId, author: 'Ben' }),
  ];

  it('are told in a report whose counts filter it, with what needs a person first', async () => {
    bridge.handle({
      'bundle.import': endsAtOnce(get, 'j-1', 'import-bundles', { result: reportOf(rows) }),
      'bundle.listHeld': () => [heldBundle],
    });
    render(<ImportSheet onImported={() => undefined} />);
    act(() => openBundleFiles([fileOf('a', 1), fileOf('b', 2), fileOf('bad', 3), fileOf('ben', 4)]));
    const list = await screen.findByRole('list', { name: '4 files' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent?.slice(0, 7)),
    ).toEqual(['Refused', 'Heldben', 'Addeda.', 'Already']);
    await userEvent.click(screen.getByRole('radio', { name: 'Refused 1' }));
    const left = within(screen.getByRole('list', { name: '1 file' })).getAllByRole('listitem');
    expect(left.map((item) => item.textContent)).toEqual(['Refusedbad.refereebad.referee is damaged.rule 4']);
  });

  it('lets a held signer be accepted with the fingerprint in view, and says what became of it', async () => {
    bridge.handle({
      'bundle.listHeld': () => [heldBundle],
      'bundle.acceptHeld': () => reportRow('ben.referee', { sentence: 'Ben: 1 review added.' }),
    });
    render(<ImportSheet onImported={() => undefined} />);
    act(() => showHeldBundles(venueId));
    expect(await screen.findByText(/signed with another key before/)).toBeTruthy();
    // 0x2a1b9b26 = 706452262: the digits that the signer reads out.
    expect(screen.getByLabelText('Fingerprint of the signing key').textContent).toContain('52262 52262');
    await userEvent.click(screen.getByRole('button', { name: /Accept signer of ben.referee/ }));
    expect(await screen.findByText('Ben: 1 review added.')).toBeTruthy();
    expect(bridge.requests).toContainEqual({
      name: 'bundle.acceptHeld',
      input: { venue: venueId, bundle: bundleId },
    });
  });

  it('shows why a signer could not be refused, and keeps the choice', async () => {
    bridge.handle({
      'bundle.listHeld': () => [heldBundle],
      'bundle.refuseHeld': () => {
        throw new AppError('STORE_BUSY', 'Another Referee holds this store.');
      },
    });
    render(<ImportSheet onImported={() => undefined} />);
    act(() => showHeldBundles(venueId));
    await userEvent.click(await screen.findByRole('button', { name: /Refuse the signer/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('Another Referee holds this store.');
    expect(screen.getByRole('button', { name: /Refuse the signer/ })).toBeTruthy();
  });
});

it('keeps files that come while the sheet is open, and opens them next', async () => {
  const error = { code: 'BUNDLE_NOT_A_BUNDLE', message: 'first is not a bundle.', detail: null } as const;
  bridge.handle({ 'bundle.inspect': endsAtOnce(get, 'j-1', 'inspect-bundle', { error }) });
  render(<ImportSheet onImported={() => undefined} />);
  act(() => openBundleFiles([fileOf('first')]));
  await screen.findByRole('dialog', { name: 'first' });
  act(() => openBundleFiles([fileOf('second', 2)]));
  await userEvent.keyboard('{Escape}');
  expect(await screen.findByRole('dialog', { name: 'second' })).toBeTruthy();
});

describe('what a bundle is and how its signer stands', () => {
  const look = async (more: Partial<BundlePreview>, name: RegExp): Promise<HTMLElement> => {
    const preview = previewOf({ recipient: null, due: null, standing: 'known', ...more });
    bridge.handle({ 'bundle.inspect': endsAtOnce(get, 'j-1', 'inspect-bundle', { result: preview }) });
    render(<ImportSheet onImported={() => undefined} />);
    act(() => openBundleFiles([fileOf('b.referee.age')]));
    return screen.findByRole('dialog', { name });
  };

  it('is said of an encrypted consolidation, with who opened it', async () => {
    const sheet = await look({ kind: 'consolidation', isEncrypted: true }, /Consolidation bundle/);
    expect(sheet.textContent).toContain('Opened with your key for this venue');
    expect(sheet.textContent).toContain('Meta-reviews of 2 papers');
    expect(within(sheet).getByRole('button', { name: 'Import consolidation' })).toBeTruthy();
  });

  it('is said of decisions that travelled in the clear', async () => {
    const sheet = await look({ kind: 'decision' }, /Decision bundle/);
    expect(sheet.textContent).toContain('Whoever had the file on its way could read it.');
    expect(within(sheet).getByRole('button', { name: 'Import 2 decisions' })).toBeTruthy();
  });

  it.each([
    ['known', 'Known signer', /on record for Olga Marin/],
    ['enrolled', 'Invited signer', /the invitation sent to Olga Marin/],
    ['first', 'First bundle of this venue', /compare the fingerprint/],
    ['unknown', 'Unknown signer', /holds the bundle until you accept or refuse/],
    ['changed', 'Another key than before', /signed with another key before/],
    ['revoked', 'Revoked key', /An organizer has taken this key of Olga Marin back/],
  ] as const)('has its words for a signer who is %s', async (standing, badge, sentence) => {
    const sheet = await look({ kind: 'review', standing }, /Review bundle/);
    expect(within(sheet).getByText(badge)).toBeTruthy();
    expect(within(sheet).getByText(sentence)).toBeTruthy();
  });

  it('is refused on the sheet where its key was revoked, with nothing to import', async () => {
    const message = 'b.referee is signed with a key of Olga Marin that an organizer has revoked.';
    const obstacle = { code: 'BUNDLE_REVOKED_KEY', message, detail: null } as const;
    const sheet = await look({ kind: 'review', standing: 'revoked', obstacle }, /Review bundle/);
    expect(within(sheet).getByRole('alert').textContent).toContain(
      'The key that signed this bundle was revoked',
    );
    expect(within(sheet).queryByRole('button', { name: /^Import|^Keep/ })).toBeNull();
  });

  it('can be kept where it only waits for its papers', async () => {
    const obstacle = { code: 'PAPER_NOT_FOUND', message: 'It reviews paper 99.', detail: null } as const;
    const sheet = await look({ kind: 'review', obstacle }, /Review bundle/);
    expect(sheet.textContent).toContain('it comes in by itself once an assignment bundle brings');
    expect(within(sheet).queryByRole('alert')).toBeNull();
    expect(within(sheet).getByRole('button', { name: 'Keep it until then' })).toBeTruthy();
  });

  it('says that it was made for others where no key here opens it', async () => {
    const error = {
      code: 'BUNDLE_ENCRYPTED_FOR_OTHERS',
      message: 'b.referee.age is encrypted for other people.',
      detail: null,
    } as const;
    bridge.handle({ 'bundle.inspect': endsAtOnce(get, 'j-1', 'inspect-bundle', { error }) });
    render(<ImportSheet onImported={() => undefined} />);
    act(() => openBundleFiles([fileOf('b.referee.age')]));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'This bundle is encrypted for other people',
    );
  });
});

it('leads from an own export that parts from what is here to the comparison', async () => {
  const sentence = 'You, from another computer: two versions of a review part from each other.';
  const report = reportOf([
    reportRow('mine.referee', {
      outcome: 'conflict',
      sentence,
      papers: previewOf().papers.map(({ number }) => number),
    }),
  ]);
  bridge.handle({
    'bundle.inspect': endsAtOnce(get, 'j-1', 'inspect-bundle', { result: previewOf({ kind: 'review' }) }),
    'bundle.import': endsAtOnce(get, 'j-2', 'import-bundles', { result: report }),
  });
  const onImported = vi.fn();
  render(<ImportSheet onImported={onImported} />);
  act(() => openBundleFiles([fileOf('mine.referee')]));
  await userEvent.click(await screen.findByRole('button', { name: 'Import 2 reviews' }));
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(onImported).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Go and compare' }));
  expect(onImported).toHaveBeenCalledExactlyOnceWith(report);
});

describe('held bundles', () => {
  const held = async (more: Partial<HeldBundle>): Promise<void> => {
    bridge.handle({ 'bundle.listHeld': () => [{ ...heldBundle, ...more }] });
    render(<ImportSheet onImported={() => undefined} />);
    act(() => showHeldBundles(venueId));
    await screen.findByRole('list', { name: '1 held bundle' });
  };

  it.each([
    ['review', /^It reviews #7 and waits/],
    ['consolidation', /^It holds meta-reviews of #7 and waits/],
    ['decision', /^It decides on #7 and waits/],
  ] as const)('of kind %s say what they are about', async (kind, words) => {
    await held({ kind });
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('that wait for their papers ask for no word on their signer, and can be let go', async () => {
    bridge.handle({ 'bundle.refuseHeld': () => null });
    await held({
      papers: [],
      obstacle: { code: 'PAPER_NOT_FOUND', message: 'It reviews paper 99, which is not here.', detail: null },
    });
    expect(screen.getByText(/^It reviews paper 99, which is not here\. It comes in by itself/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Accept/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^Let go/ }));
    expect(await screen.findByText(/^You let it go\./)).toBeTruthy();
  });
});
