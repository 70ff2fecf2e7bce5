import { constants } from 'node:os';

/**
 * The code of an error of the system or of SQLite (`ENOSPC`, `SQLITE_FULL`); null for any other error. Two have another
 * in Node: a disk quota that is used up is UNKNOWN, and a folder that cannot be made with those above it, on a disk that
 * takes no changes, is ENOENT.
 */
export function systemCode(error: unknown): string | null {
  const { code, errno, syscall } = (error ?? {}) as {
    readonly code?: unknown;
    readonly errno?: unknown;
    readonly syscall?: unknown;
  };
  if (typeof code !== 'string') return null;
  if (code === 'UNKNOWN' && errno === -constants.errno.EDQUOT) return 'EDQUOT';
  if (code === 'ENOENT' && syscall === 'mkdir') return 'EROFS';
  return code;
}
