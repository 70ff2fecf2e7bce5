import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateIdentity } from '@main/bundle/keys';
import { identityKeeping, readPrivateKey, savePrivateKey, type Keychain } from '@main/store/identity-file';
import { readPreferences, savePreferences } from '@main/store/preferences';
import { readWindowState, saveWindowState } from '@main/store/window-state';
import { makeApplication } from '../../../support/application';
import { tempFolder } from '../../../support/temp';

const DEFAULTS = { theme: 'system', textSizePercent: 100, panes: {}, place: null };

/** A keychain that turns text round. */
const keychain: Keychain = {
  encrypt: (secret) => Buffer.from(secret.split('').toReversed().join('')).toString('base64'),
  decrypt: (sealed) => Buffer.from(sealed, 'base64').toString().split('').toReversed().join(''),
};

describe('preferences', () => {
  it('keep what was not changed', () => {
    const folder = tempFolder();
    savePreferences(folder, { theme: 'dark' });
    savePreferences(folder, { textSizePercent: 120, theme: undefined });
    expect(readPreferences(folder)).toEqual({ ...DEFAULTS, theme: 'dark', textSizePercent: 120 });
  });

  it.each([
    '',
    'not json',
    '[]',
    '{"theme":"pink"}',
    '{"theme":"dark","extra":1}',
    '{"textSizePercent":1e9}',
    'null',
  ])('count as never set when their file says %j, and can be set again', (text) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'preferences.json'), text);
    expect(readPreferences(folder)).toEqual(DEFAULTS);
    expect(savePreferences(folder, { theme: 'light' })).toEqual({ ...DEFAULTS, theme: 'light' });
    expect(readPreferences(folder).theme).toBe('light');
  });
});

describe('the window’s place', () => {
  it('is remembered, with or without a position', () => {
    const folder = tempFolder();
    const state = { x: -5, y: 10, width: 1024, height: 700, isMaximized: false };
    saveWindowState(folder, state);
    expect(readWindowState(folder)).toEqual(state);
    saveWindowState(folder, { width: 800, height: 600, isMaximized: true });
    expect(readWindowState(folder)).toEqual({ width: 800, height: 600, isMaximized: true });
  });

  it.each([
    '',
    '{}',
    '{"width":1,"height":1,"isMaximized":false}',
    '{"width":1e9,"height":900,"isMaximized":false}',
  ])('is the usual one when its file says %j', (text) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'window.json'), text);
    expect(readWindowState(folder)).toEqual({ width: 1440, height: 900, isMaximized: false });
  });
});

describe('the signing key', () => {
  const { privatePem } = generateIdentity();

  it('comes back as it was, from a file and from a keychain', () => {
    for (const kept of [null, keychain]) {
      const folder = tempFolder();
      expect([readPrivateKey(folder, kept), identityKeeping(folder)]).toEqual([null, null]);
      savePrivateKey(folder, privatePem, kept);
      expect(readPrivateKey(folder, kept)).toBe(privatePem);
      expect(identityKeeping(folder)).toBe(kept === null ? 'file' : 'keychain');
    }
  });

  it('does not stand in its file when a keychain keeps it', () => {
    const folder = tempFolder();
    savePrivateKey(folder, privatePem, keychain);
    expect(readFileSync(join(folder, 'identity.json'), 'utf8')).not.toContain('PRIVATE KEY');
  });

  it('is not made anew when the keychain that keeps it does not answer', () => {
    const folder = tempFolder();
    savePrivateKey(folder, privatePem, keychain);
    expect(() => readPrivateKey(folder, null)).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }));
    expect(readPrivateKey(folder, keychain)).toBe(privatePem);
  });

  it.each([
    ['nothing', ''],
    ['half a file', '{"format":"referee-identity/1","kept":"fi'],
    ['another format', '{"format":"referee-identity/2","kept":"file","privateKey":""}'],
    ['a key that is none', '{"format":"referee-identity/1","kept":"file","privateKey":"garbage"}'],
  ])('is said to be unusable, and not replaced, when its file holds %s', async (_what, text) => {
    const { application, folder } = makeApplication();
    const path = join(folder, 'identity.json');
    writeFileSync(path, text);
    expect(await application.router('app.get', {})).toMatchObject({
      ok: true,
      value: { fingerprint: null, keyProblem: expect.stringContaining('identity.json') as string },
    });
    expect(application.services.identity).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }));
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('that a keychain does not give out is a refusal in words, not the keychain’s own error', async () => {
    const locked: Keychain = {
      encrypt: keychain.encrypt,
      decrypt: () => {
        throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
      },
    };
    const picker = { choose: () => Promise.resolve([]), showInFolder: () => undefined };
    const { application, folder } = makeApplication(undefined, { keychain: locked, picker });
    savePrivateKey(folder, privatePem, keychain);
    expect(await application.router('app.get', {})).toMatchObject({
      ok: true,
      value: {
        fingerprint: null,
        keyKeeping: 'keychain',
        keyProblem: expect.stringContaining('Unlock the keychain') as string,
      },
    });
  });

  it('that a keychain keeps is not spoken of as locked on the command line, which has no keychain', async () => {
    const { application, folder } = makeApplication();
    savePrivateKey(folder, privatePem, keychain);
    const answer = await application.router('app.get', {});
    expect(answer).toMatchObject({ ok: true, value: { fingerprint: null, keyKeeping: 'keychain' } });
    expect(JSON.stringify(answer)).toContain('Export in the Referee window');
    expect(JSON.stringify(answer)).not.toMatch(/unlock/i);
  });

  it('is made on first use, not before', async () => {
    const { application, folder } = makeApplication();
    expect(await application.router('app.get', {})).toMatchObject({
      ok: true,
      value: { fingerprint: null, keyKeeping: 'file' },
    });
    expect(existsSync(join(folder, 'identity.json'))).toBe(false);
    const { fingerprint } = application.services.identity();
    expect(await application.router('app.get', {})).toMatchObject({ ok: true, value: { fingerprint } });
  });
});
