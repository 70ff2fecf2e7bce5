import { afterEach, expect, it, vi } from 'vitest';
import type { Keychain } from '@main/services/keychain';

afterEach(() => {
  vi.doUnmock('electron');
  vi.unstubAllGlobals();
  vi.resetModules();
});

const turned = (text: string): string => text.split('').toReversed().join('');

/** What every Electron has: sealing is turning round, with a mark of which functions did it. */
const older = {
  getSelectedStorageBackend: () => 'gnome_libsecret',
  isEncryptionAvailable: () => true,
  encryptString: (text: string) => Buffer.from(`old:${turned(text)}`),
  decryptString: (sealed: Buffer) => turned(sealed.toString().replace('old:', '')),
};
/** What newer ones have besides; their reader opens what the older functions have sealed. */
const newer = {
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => Buffer.from(`new:${turned(text)}`),
  decryptStringAsync: async (sealed: Buffer) => ({
    shouldReEncrypt: false,
    result: turned(sealed.toString().replace(/^(?:old|new):/, '')),
  }),
};

/** The keychain that is found with this `safeStorage`, on this system. */
async function find(safeStorage: object, platform = 'linux'): Promise<Keychain | null> {
  vi.stubGlobal('process', { ...process, platform });
  vi.doMock('electron', () => ({ safeStorage }));
  const { findKeychain } = await import('@main/shell/keychain');
  return findKeychain();
}

it('is none where Electron would use a key that anybody can read', async () => {
  const fake = { ...older, ...newer, getSelectedStorageBackend: () => 'basic_text' };
  expect(await find(fake)).toBeNull();
});

it('is none where the system has none that works, on older and newer Electrons', async () => {
  expect(await find({ ...older, isEncryptionAvailable: () => false })).toBeNull();
  vi.resetModules();
  expect(await find({ ...older, ...newer, isAsyncEncryptionAvailable: async () => false })).toBeNull();
});

it('seals and opens on Electrons without the asynchronous functions', async () => {
  const keychain = await find(older, 'darwin');
  const sealed = (await keychain?.encrypt('secret')) ?? '';
  expect(Buffer.from(sealed, 'base64').toString()).toBe('old:terces');
  expect(await keychain?.decrypt(sealed)).toBe('secret');
});

it('waits for the keychain where it can, and still opens what was sealed before', async () => {
  const keychain = await find({ ...older, ...newer });
  const sealed = (await keychain?.encrypt('secret')) ?? '';
  expect(Buffer.from(sealed, 'base64').toString()).toBe('new:terces');
  expect(await keychain?.decrypt(sealed)).toBe('secret');
  const before = older.encryptString('secret').toString('base64');
  expect(await keychain?.decrypt(before)).toBe('secret');
});
