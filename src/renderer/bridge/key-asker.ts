import { RequestError } from './client';

/** What stands between an act and the signing key: nobody said how a new key is kept; a passphrase seals it. */
export type KeyNeed = 'undecided' | 'locked';

/** Asks a person. Answers whether the act can be tried again. */
export type KeyAsker = (need: KeyNeed) => Promise<boolean>;

let asker: KeyAsker | null = null;

/** Says who asks people about the signing key from now on; null asks nobody. */
export function setKeyAsker(next: KeyAsker | null): void {
  asker = next;
}

/**
 * Does something that may sign. Where the signing key stands in the way a person is asked, then and there, and it is done
 * again; when they would rather not, it is refused as it was.
 */
export async function withKey<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (thrown) {
    const need = needOf(thrown);
    if (need === null || asker === null || !(await asker(need))) throw thrown;
    return await act();
  }
}

function needOf(thrown: unknown): KeyNeed | null {
  if (!(thrown instanceof RequestError)) return null;
  if (thrown.code === 'KEY_LOCKED') return 'locked';
  return thrown.code === 'KEY_UNDECIDED' ? 'undecided' : null;
}
