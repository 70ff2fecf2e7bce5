import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one test, or for the tests of one file that share a window. */
export interface TempFolder {
  readonly path: string;
  /** A path in it. */
  of(...parts: readonly string[]): string;
  remove(): void;
}

/** A new empty folder. Whoever makes it removes it. */
export function makeTempFolder(): TempFolder {
  const path = mkdtempSync(join(tmpdir(), 'referee-e2e-'));
  return {
    path,
    of: (...parts) => join(path, ...parts),
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
