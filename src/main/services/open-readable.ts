import { readFileSync } from 'node:fs';
import { AppError } from '@shared/contract/errors';
import { shownName } from '../bundle/file-name';
import { parseAgeIdentity, type AgeIdentity } from '../bundle/age/age-keys';
import { withBundle, type VerifiedBundle } from '../bundle/verify-bundle';
import type { JobControl, ServiceDeps } from './deps';
import { listReplyKeys } from './reply-keys';

/** A bundle to be read, and a file of age keys that may open it besides those of the data folder. */
export interface BundleSource {
  readonly path: string;
  /** Null or absent: only those of the data folder. */
  readonly keyPath?: string | null;
}

/**
 * Verifies a bundle, decrypting it with whichever key fits, and hands it on. Writes nothing.
 *
 * Refused: FILE_UNREADABLE (the key file), and whatever opening a bundle refuses.
 */
export function withReadableBundle<T>(
  deps: ServiceDeps,
  source: BundleSource,
  use: (bundle: VerifiedBundle) => T,
  job: JobControl,
): T {
  const { keyPath = null } = source;
  const given = keyPath === null ? [] : readKeyFile(keyPath);
  return withBundle(source.path, use, {
    keys: () => [...given, ...listReplyKeys(deps)],
    onBytes: (done, total) => {
      job.checkpoint();
      job.progress(`Checking ${shownName(source.path)}`, done, total);
    },
  });
}

/** The longest key file: far more keys than anybody has. */
const MAX_KEY_FILE_CHARS = 1 << 20;

/** The identities of a file as `age-keygen` writes it: one a line, `#` begins a comment. */
function readKeyFile(path: string): readonly AgeIdentity[] {
  const name = shownName(path);
  const lines = readText(path)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) throw unusable(name, 'it holds no key');
  return lines.map((line, index) => {
    try {
      return parseAgeIdentity(line);
    } catch {
      throw unusable(name, `key ${index + 1} is not an AGE-SECRET-KEY-1`);
    }
  });
}

function readText(path: string): string {
  try {
    const text = readFileSync(path, 'utf8');
    if (text.length <= MAX_KEY_FILE_CHARS) return text;
  } catch (error) {
    throw new AppError(
      'FILE_UNREADABLE',
      `${shownName(path)} cannot be read. Check the file and try again.`,
      (error as NodeJS.ErrnoException).code ?? null,
    );
  }
  throw unusable(shownName(path), 'it is too long');
}

function unusable(name: string, detail: string): AppError {
  return new AppError(
    'FILE_UNREADABLE',
    `${name} is not a file of age keys. It should hold lines that begin with AGE-SECRET-KEY-1, as age-keygen writes them.`,
    detail,
  );
}
