import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one test, or for the tests of one file that share a window. */
export interface TempFolder {
  /** A path in it; without parts, the folder itself. */
  of(...parts: readonly string[]): string;
  remove(): void;
}

/** A new empty folder, made when it is first asked for (test files are also loaded only to be listed). */
export function makeTempFolder(): TempFolder {
  let made: string | null = null;
  const path = (): string => (made ??= mkdtempSync(join(tmpdir(), 'referee-e2e-')));
  return {
    of: (...parts) => join(path(), ...parts),
    remove: () => {
      if (made !== null) rmSync(made, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      made = null;
    },
  };
}
