/**
 * Why an age file cannot be opened:
 * - `armor`: its text form does not hold together
 * - `header`: what it says before the encrypted part is not age v1, or demands too much
 * - `wrong-key`: it is encrypted, but not for these keys, or not with this passphrase
 * - `passphrase`: it is encrypted with a passphrase, not for keys
 * - `damaged`: it was altered
 * - `truncated`: its end is missing
 */
export type AgeErrorKind = 'armor' | 'header' | 'wrong-key' | 'passphrase' | 'damaged' | 'truncated';

/** An age file that cannot be opened. Its message is for whoever made the file. */
export class AgeError extends Error {
  readonly kind: AgeErrorKind;

  constructor(kind: AgeErrorKind, message: string) {
    super(message);
    this.name = 'AgeError';
    this.kind = kind;
  }
}
