import { AppError, type ErrorReport } from '@shared/contract/errors';
import { systemCode } from './system-code';

/** What the system and SQLite say when the disk, or the permission to use it, fails. */
const UNWRITABLE = /^(?:SQLITE_(?:IOERR|READONLY|CANTOPEN)|(?:EROFS|EIO|EFBIG|EACCES|EPERM)$)/;

/**
 * Any failure as it crosses the seam. What the environment did (a full disk, a busy database) gets its own sentence; a
 * bug becomes INTERNAL, with its message as the detail and nothing of anybody's text.
 */
export function toReport(error: unknown): ErrorReport {
  if (error instanceof AppError) return { code: error.code, message: error.message, detail: error.detail };
  const code = systemCode(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') {
    return {
      code: 'DISK_FULL',
      message:
        'The disk is full: nothing was saved. Free some space and try again; what you typed is still on screen.',
      detail,
    };
  }
  if (code !== null && code.startsWith('SQLITE_BUSY')) {
    return {
      code: 'STORE_BUSY',
      message: 'The store is busy with something else. Try again in a moment.',
      detail,
    };
  }
  if (code !== null && /^SQLITE_(?:CORRUPT|NOTADB)/.test(code)) {
    return {
      code: 'STORE_DAMAGED',
      message:
        'The database of this venue is damaged. It was left as it is; restore the venue folder from a backup.',
      detail,
    };
  }
  if (code !== null && UNWRITABLE.test(code)) {
    return {
      code: 'FILE_UNWRITABLE',
      message: 'The disk refused to write: nothing was saved. Check that the data folder can be written to.',
      detail,
    };
  }
  return {
    code: 'INTERNAL',
    message: 'Something went wrong inside Referee. Nothing was lost; try again.',
    detail,
  };
}
