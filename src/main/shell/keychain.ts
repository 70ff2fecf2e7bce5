import { safeStorage } from 'electron';
import type { Keychain } from '../services/keychain';

let found: Promise<Keychain | null> | null = null;

/**
 * The system's keychain, or null where there is none. On Linux Electron falls back to a key that anybody can read
 * (`basic_text`); that is no keychain, and saying so is better than pretending.
 */
export function findKeychain(): Promise<Keychain | null> {
  return (found ??= find());
}

async function find(): Promise<Keychain | null> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  if (!hasAsync()) return safeStorage.isEncryptionAvailable() ? synchronous : null;
  return (await safeStorage.isAsyncEncryptionAvailable()) ? asynchronous : null;
}

/** Newer Electrons wait for the keychain without blocking; older ones, such as 33, do not have that. */
function hasAsync(): boolean {
  return typeof (safeStorage as Partial<typeof safeStorage>).decryptStringAsync === 'function';
}

const synchronous: Keychain = {
  encrypt: async (secret) => safeStorage.encryptString(secret).toString('base64'),
  decrypt: async (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
};

const asynchronous: Keychain = {
  encrypt: async (secret) => (await safeStorage.encryptStringAsync(secret)).toString('base64'),
  // It also opens what the older way has sealed.
  decrypt: async (sealed) => (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result,
};
