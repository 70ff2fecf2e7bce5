import { safeStorage } from 'electron';
import type { Keychain } from '../store/identity-file';

/**
 * The system's keychain, or null where there is none. On Linux Electron falls back to a key that anybody can read
 * (`basic_text`); that is no keychain, and saying so is better than pretending.
 */
export function createKeychain(): Keychain | null {
  const isFake = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  if (isFake || !safeStorage.isEncryptionAvailable()) return null;
  return {
    encrypt: (secret) => safeStorage.encryptString(secret).toString('base64'),
    decrypt: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  };
}
