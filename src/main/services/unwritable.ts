import { statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '@shared/contract/errors';
import { formatBytes } from '@shared/rules/byte-size';
import { systemCode } from './system-code';

/**
 * The error for a file that could not be written: DISK_FULL with the space that it needs and the space that is left,
 * else FILE_UNWRITABLE. An error that is not the system's stays what it is.
 *
 * @param neededBytes how large the file would have become; null where that is not known
 */
export function unwritable(error: unknown, path: string, neededBytes: number | null = null): unknown {
  const code = systemCode(error);
  if (code === null || error instanceof AppError) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError(
      'DISK_FULL',
      `There is no room to write ${path}${shortage(code, path, neededBytes)}. Free some space or choose another place.`,
      code,
    );
  }
  return new AppError('FILE_UNWRITABLE', `${path} cannot be written. Choose another place.`, code);
}

/**
 * The error for a bundle that could not be imported because of this computer: DISK_FULL with the space that it needs and
 * the space that is left, or FILE_UNWRITABLE. Any other error stays what it is.
 *
 * @param neededBytes the size of the bundle; null where that is not known
 */
export function unimportable(
  error: unknown,
  fileName: string,
  dataFolder: string,
  neededBytes: number | null,
): unknown {
  const code = systemCode(error);
  if (code === null || error instanceof AppError) return error;
  const detail = error instanceof Error ? error.message : code;
  if (/^(?:ENOSPC|EDQUOT|SQLITE_FULL)$/.test(code)) {
    const room = shortage(code === 'EDQUOT' ? code : 'ENOSPC', join(dataFolder, fileName), neededBytes);
    return new AppError(
      'DISK_FULL',
      `There is no room to import ${fileName}${room}. Nothing of it was imported; free some space for ${dataFolder} and import it again.`,
      detail,
    );
  }
  if (/^(?:SQLITE_IOERR.*|SQLITE_CANTOPEN.*|SQLITE_READONLY.*|EIO|EROFS|EFBIG|EACCES|EPERM)$/.test(code)) {
    return new AppError(
      'FILE_UNWRITABLE',
      `${fileName} was not imported: the disk refused to write to ${dataFolder}. Check that it can be written to, and import the file again.`,
      detail,
    );
  }
  return error;
}

function shortage(code: 'ENOSPC' | 'EDQUOT', path: string, neededBytes: number | null): string {
  const needs = neededBytes === null ? [] : [`it needs ${formatBytes(neededBytes)}`];
  // What the disk has is not what a quota leaves.
  const freeBytes = code === 'ENOSPC' ? freeBytesAt(dirname(path)) : null;
  const has = freeBytes === null ? [] : [`${formatBytes(freeBytes)} are free`];
  const parts = [...needs, ...has];
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

/** What a user may still write on the disk of a folder; null when the folder has gone with its disk. */
function freeBytesAt(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
