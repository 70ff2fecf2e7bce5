import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestError } from '@renderer/bridge/client';
import { withKey } from '@renderer/bridge/key-asker';
import { KeyQuestions, KeySection } from '@renderer/features/signing-key';
import { AppError } from '@shared/contract/errors';
import type { KeyInfo } from '@shared/contract/key';
import type { FileToken, Fingerprint } from '@shared/model/ids';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeBridge, type FakeHandlers } from '../../../../support/fake-bridge';

beforeEach(() => standInForLayout());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const fingerprint = '2a1b9b26'.repeat(8) as Fingerprint;
const none: KeyInfo = { state: 'none', fingerprint: null, keeping: null, hasKeychain: false, problem: null };
const inFile: KeyInfo = { ...none, state: 'ready', fingerprint, keeping: 'file' };
const sealed: KeyInfo = { ...inFile, keeping: 'passphrase' };
const locked: KeyInfo = { ...sealed, state: 'locked' };
const chosen = { token: 'f-1' as FileToken, name: 'referee-key.age' };
const PASSPHRASE = 'tidal marsh 7';

const button = (name: RegExp | string): HTMLElement => screen.getByRole('button', { name });
const inDialog = (): ReturnType<typeof within> => within(screen.getByRole('dialog'));

/** The settings' section on a main process that answers so; it is asked anew after each change. */
async function openSection(info: KeyInfo, handlers: FakeHandlers = {}): Promise<FakeBridge> {
  const bridge = installFakeBridge({ 'key.get': () => info, 'file.choose': () => [chosen], ...handlers });
  // What another test has asked is still in the cache: a change says that it is stale.
  render(<KeySection />);
  act(() => bridge.emit({ topic: 'key.changed', payload: {} }));
  await waitFor(() => expect(screen.getAllByRole('button').length).toBeGreaterThan(0));
  return bridge;
}

const sent = (bridge: FakeBridge, name: string): unknown[] =>
  bridge.requests.filter((request) => request.name === name).map(({ input }) => input);

describe('the signing key in the settings', () => {
  it('shows the digits to read aloud, all of the fingerprint, and how the key is kept', async () => {
    await openSection(inFile);
    const shown = await screen.findByRole('group', { name: 'Fingerprint of the signing key' });
    expect(shown.textContent).toContain('52262 '.repeat(8));
    expect(within(shown).getByText(fingerprint)).toBeTruthy();
    expect(screen.getByText(/Whoever gets at your files can sign as you/)).toBeTruthy();
  });

  it('offers only what can be done with a key in its state', async () => {
    for (const [info, offered] of [
      [none, ['Restore…', 'Make it now…']],
      [{ ...none, hasKeychain: true }, ['Restore…']],
      [inFile, ['Back up…', 'Restore…', 'Protect with a passphrase…']],
      [sealed, ['Back up…', 'Restore…', 'Change passphrase…', 'Keep it in another way…']],
      [locked, ['Unlock…', 'Restore…']],
      [{ ...locked, state: 'unusable', problem: 'identity.json cannot be read.' }, ['Restore…']],
    ] as const) {
      await openSection(info);
      await waitFor(() =>
        expect(screen.getAllByRole('button').map((one) => one.textContent)).toEqual([...offered]),
      );
      cleanup();
    }
  });

  it('says why a key cannot be used, and that reading and reviewing go on', async () => {
    await openSection({ ...inFile, state: 'unusable', problem: 'identity.json cannot be read.' });
    expect((await screen.findByText(/identity\.json cannot be read\./)).textContent).toContain(
      'You can read and review meanwhile',
    );
  });

  it('takes a new passphrase only when it is long enough and typed twice alike', async () => {
    const bridge = await openSection(inFile, { 'key.protect': () => sealed });
    await userEvent.click(await screen.findByRole('button', { name: 'Protect with a passphrase…' }));
    expect(inDialog().getByText(/Nobody can recover a forgotten passphrase/)).toBeTruthy();
    const [first, second] = [
      inDialog().getByLabelText('Passphrase'),
      inDialog().getByLabelText('The same again'),
    ];
    await userEvent.type(first, 'short{Enter}');
    expect(inDialog().getByText(/at least 8 characters/)).toBeTruthy();
    await userEvent.clear(first);
    await userEvent.type(first, PASSPHRASE);
    await userEvent.type(second, 'tidal marsh 8{Enter}');
    expect(inDialog().getByText(/not the same/)).toBeTruthy();
    expect(sent(bridge, 'key.protect')).toEqual([]);
    await userEvent.clear(second);
    await userEvent.type(second, `${PASSPHRASE}{Enter}`);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent(bridge, 'key.protect')).toEqual([{ keeping: 'passphrase', passphrase: PASSPHRASE }]);
  });

  it('backs up to the file that was chosen and says where it is', async () => {
    const bridge = await openSection(sealed, {
      'key.backUp': () => ({ fingerprint, file: { ...chosen, folder: '/media/stick' } }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Back up…' }));
    await userEvent.type(inDialog().getByLabelText('Passphrase'), PASSPHRASE);
    await userEvent.type(inDialog().getByLabelText('The same again'), PASSPHRASE);
    await userEvent.click(inDialog().getByRole('button', { name: 'Back up…' }));
    expect(await screen.findByText('In /media/stick')).toBeTruthy();
    expect(sent(bridge, 'file.choose')).toEqual([
      { purpose: 'save-key-backup', suggestedName: 'referee-key-2a1b9b26.age' },
    ]);
    expect(sent(bridge, 'key.backUp')).toEqual([{ file: 'f-1', passphrase: PASSPHRASE }]);
  });

  it('replaces a key that has signed only after a person has read whose it is', async () => {
    const bridge = await openSection(inFile, {
      'key.restore': ({ replace }) => {
        if (!replace) throw new AppError('KEY_IN_USE', 'Signed here so far: Ada Lindqvist for Sim2Science.');
        return { key: inFile, keptAside: 'identity-2a1b9b26.json' };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Restore…' }));
    const field = await screen.findByLabelText('Passphrase of referee-key.age');
    await userEvent.type(field, `${PASSPHRASE}{Enter}`);
    expect(await screen.findByText(/Ada Lindqvist for Sim2Science/)).toBeTruthy();
    // Enter once more, as out of habit, must not replace it.
    await userEvent.type(field, '{Enter}');
    expect(sent(bridge, 'key.restore')).toHaveLength(1);
    await userEvent.click(button('Replace the key'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const input = { file: 'f-1', passphrase: PASSPHRASE, keeping: 'protected' };
    expect(sent(bridge, 'key.restore')).toEqual([
      { ...input, replace: false },
      { ...input, replace: true },
    ]);
  });

  it('says at the field that a passphrase is wrong, and lets it be typed again', async () => {
    await openSection(locked, {
      'key.unlock': ({ passphrase }) => {
        if (passphrase !== PASSPHRASE)
          throw new AppError('KEY_WRONG_PASSPHRASE', 'It does not open your key.');
        return sealed;
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Unlock…' }));
    const field = screen.getByLabelText('Passphrase');
    await userEvent.type(field, 'wrong{Enter}');
    expect(await screen.findByText('It does not open your key.')).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await userEvent.clear(field);
    await userEvent.type(field, `${PASSPHRASE}{Enter}`);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('the question about a key that an act needs', () => {
  /** An act that is refused with a code until the key was dealt with. */
  function signWith(code: 'KEY_UNDECIDED' | 'KEY_LOCKED', handlers: FakeHandlers): Promise<string> {
    let isDone = false;
    const settle = <T,>(value: T): T => {
      isDone = true;
      return value;
    };
    installFakeBridge({
      'key.protect': () => settle(inFile),
      'key.unlock': () => settle(sealed),
      ...handlers,
    });
    render(<KeyQuestions />);
    let signing: Promise<string> = Promise.resolve('');
    act(() => {
      signing = withKey(async () => {
        if (!isDone) throw new RequestError({ code, message: 'Not yet.', detail: null });
        return 'signed';
      });
    });
    return signing;
  }

  it('offers the passphrase first, and goes on with a file when that is chosen', async () => {
    const signing = signWith('KEY_UNDECIDED', {});
    const dialog = await screen.findByRole('dialog', { name: 'Your signing key' });
    const safe: HTMLInputElement = within(dialog).getByRole('radio', { name: /passphrase \(recommended\)/ });
    expect(safe.checked).toBe(true);
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Keep it in a file' }));
    expect(within(dialog).queryByLabelText('Passphrase')).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Go on' }));
    expect(await signing).toBe('signed');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('goes on with a key that was unlocked', async () => {
    const signing = signWith('KEY_LOCKED', {});
    await userEvent.type(await screen.findByLabelText('Passphrase'), `${PASSPHRASE}{Enter}`);
    expect(await signing).toBe('signed');
  });

  it('signs nothing and says so when it is closed', async () => {
    const signing = signWith('KEY_UNDECIDED', {});
    const refused = signing.catch((thrown: unknown) => thrown);
    await screen.findByRole('dialog');
    await userEvent.keyboard('{Escape}');
    expect(await refused).toMatchObject({ code: 'KEY_UNDECIDED' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stays, with the reason, when the key could not be kept so', async () => {
    void signWith('KEY_UNDECIDED', {
      'key.protect': () => {
        throw new AppError('DISK_FULL', 'The disk is full.');
      },
    });
    await userEvent.click(await screen.findByRole('radio', { name: 'Keep it in a file' }));
    await userEvent.click(button('Go on'));
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});
