import type { BundlePreview, SignerStanding } from '@shared/contract/bundle';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';

/** How far a bundle's signer is to be believed, for scripts. Stable. */
export type SignerCode =
  | 'SIGNER_KNOWN'
  | 'SIGNER_ENROLLED'
  | 'SIGNER_FIRST'
  | 'SIGNER_UNKNOWN'
  | 'SIGNER_CHANGED'
  | 'SIGNER_REVOKED'
  | 'SIGNER_NOT_JUDGED';

/** A verdict on a signer. */
export interface SignerVerdict {
  readonly code: SignerCode;
  readonly sentence: string;
  /** Whether importing would take the bundle without asking a person. */
  readonly isTrusted: boolean;
}

type Words = (name: string, key: string) => string;

const VERDICTS: Readonly<
  Record<SignerStanding, { readonly code: SignerCode; readonly isTrusted: boolean; readonly words: Words }>
> = {
  known: {
    code: 'SIGNER_KNOWN',
    isTrusted: true,
    words: (name) => `signer known: the key on record for ${name}`,
  },
  enrolled: {
    code: 'SIGNER_ENROLLED',
    isTrusted: true,
    words: (name) => `signer enrolled: a new key that the invitation of ${name} vouches for`,
  },
  first: {
    code: 'SIGNER_FIRST',
    isTrusted: true,
    words: (name, key) =>
      `signer first: nothing to compare the key with yet; to be sure, have ${name} read theirs aloud: ${key}`,
  },
  unknown: {
    code: 'SIGNER_UNKNOWN',
    isTrusted: false,
    words: (name, key) =>
      `signer unknown: not known to be the key of ${name}; importing would hold it. Have them read theirs aloud: ${key}`,
  },
  changed: {
    code: 'SIGNER_CHANGED',
    isTrusted: false,
    words: (name, key) =>
      `signer changed: another key than ${name} used before; importing would hold it. Have them read theirs aloud: ${key}`,
  },
  revoked: {
    code: 'SIGNER_REVOKED',
    isTrusted: false,
    words: (name) =>
      `signer revoked: an organizer has revoked this key of ${name}; importing would refuse it`,
  },
};

/**
 * The verdict on a bundle's signer. Without a store nothing is known of anybody, so that only the first bundle of a venue
 * can be judged.
 */
export function judgeSigner({ standing, author }: BundlePreview, hasStore: boolean): SignerVerdict {
  if (!hasStore && standing !== 'first') {
    return {
      code: 'SIGNER_NOT_JUDGED',
      isTrusted: true,
      sentence: `signer not judged: name a store with --store. Key: ${formatSpoken(author.fingerprint)}`,
    };
  }
  const { code, isTrusted, words } = VERDICTS[standing];
  return { code, isTrusted, sentence: words(author.name, formatSpoken(author.fingerprint)) };
}
