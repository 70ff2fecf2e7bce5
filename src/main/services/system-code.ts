import { constants } from 'node:os';

/**
 * The code of an error of the system or of SQLite (`ENOSPC`, `SQLITE_FULL`); null for any other error. A disk quota that
 * is used up has no name in Node, which calls it UNKNOWN.
 */
export function systemCode(error: unknown): string | null {
  const { code, errno } = (error ?? {}) as { readonly code?: unknown; readonly errno?: unknown };
  if (typeof code !== 'string') return null;
  return code === 'UNKNOWN' && errno === -constants.errno.EDQUOT ? 'EDQUOT' : code;
}
