import type { Call, Fault, Traced } from './strace';

/** What no refusal may say: that the application does not know what happened. */
const CLUELESS = /INTERNAL|Something went wrong inside|^\s+at /m;

/** What SQLite says when it does not tell why the disk failed it, nor knows how much it will need. */
const SQLITE_SAYS = /disk I\/O error|database or disk is full/;

/** A refusal names the file that it is about, or the data folder when its database is. */
const DATA_FOLDER = 'the data folder';

/**
 * Whether a command that failed says so in a sentence that names a file, and, on a full disk, the room it needs.
 */
export function judgeRefusal(
  { status, err }: Traced,
  effect: Fault['effect'],
  names: readonly string[],
): string[] {
  if (status !== 1) return [];
  const found: string[] = [];
  const said = err.trim();
  const isDatabase = SQLITE_SAYS.test(err);
  if (CLUELESS.test(err)) found.push(`is not explained: ${said}`);
  if (!names.some((name) => err.includes(name)) && !err.includes(DATA_FOLDER) && !isDatabase)
    found.push(`names no file: ${said}`);
  if (effect === 'error=ENOSPC' && !isDatabase && !/needs \d[\d.]* [kMG]?B/.test(err))
    found.push(`does not say what room it needs: ${said}`);
  return found;
}

/**
 * After the disk failed under a database (EIO), nothing more is committed over its connection: SQLite would acknowledge
 * what the disk never took. Only one that was opened anew may go on. Closing may fold what was committed before into the
 * file: that writes all of it again.
 */
export function judgeRetries({ calls, hit }: Traced, { effect }: Fault): string[] {
  if (effect !== 'error=EIO' || hit === null || !hit.path.includes('venue.sqlite')) return [];
  const database = hit.path.replace(/-(?:wal|journal|shm)$/, '');
  const later = calls.slice(calls.findIndex((call) => isSame(call, hit)) + 1);
  const reopened = later.findIndex(({ name, path }) => name === 'openat' && path === database);
  const isBlind = (reopened < 0 ? later : later.slice(0, reopened)).some(
    ({ name, path }) => name === 'pwrite64' && path === `${database}-wal`,
  );
  return isBlind ? [`went on committing to ${database} over the same connection`] : [];
}

function isSame(one: Call, other: Call): boolean {
  return one.name === other.name && one.ordinal === other.ordinal;
}
