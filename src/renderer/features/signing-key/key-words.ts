import type { KeyKeeping } from '@shared/contract/key';

/** How a key is kept, for a person. */
export const keepingWords: Readonly<Record<KeyKeeping, string>> = {
  keychain: 'Sealed by the system keychain. You are not asked for anything.',
  passphrase: 'Sealed by your passphrase. Referee asks for it once after each start, when you first sign.',
  file: 'In a file that only your account on this computer can read. Whoever gets at your files can sign as you.',
};

/** The ways in which a key can be kept, as a person chooses between them. */
export const keepingChoices: Readonly<
  Record<KeyKeeping, { readonly label: string; readonly description: string }>
> = {
  keychain: {
    label: 'In the system keychain',
    description: 'Nothing to remember: it opens with your account.',
  },
  passphrase: {
    label: 'Protect it with a passphrase',
    description: 'Asked for once after each start, when you first sign. Without it nobody can sign as you.',
  },
  file: {
    label: 'Keep it in a file',
    description:
      'Nothing to remember. Whoever can use your account here, or copies your files, can sign as you.',
  },
};

/** A passphrase that a person chooses has at least so many characters. */
const SHORTEST_PASSPHRASE = 8;

/** What is wrong with a new passphrase and its repetition, or null. */
export function findPassphraseProblem(passphrase: string, repeated: string): string | null {
  if (passphrase.length < SHORTEST_PASSPHRASE)
    return `It needs at least ${SHORTEST_PASSPHRASE} characters. A few words that have nothing to do with each other are good.`;
  return passphrase === repeated ? null : 'The two are not the same. Type both again.';
}
