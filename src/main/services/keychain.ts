/** Seals a secret with the system's keychain. */
export interface Keychain {
  /** The sealed secret, in base64. */
  encrypt(secret: string): Promise<string>;
  /** Throws when the keychain is locked, or does not know what was sealed. */
  decrypt(sealed: string): Promise<string>;
}
