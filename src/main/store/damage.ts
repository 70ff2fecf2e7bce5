import { AppError } from '@shared/contract/errors';
import type { VenueId } from '@shared/model/ids';

/** What SQLite says of a file that is no database of ours, or no longer whole. */
const DAMAGED = /^SQLITE_(?:CORRUPT|NOTADB)/;
/** What SQLite and the system say of a folder that cannot be written to. */
const UNWRITABLE = /^(?:SQLITE_(?:CANTOPEN|READONLY|PERM)|(?:EROFS|EACCES|EPERM)$)/;

/** The refusal of a venue whose database is not whole. `detail` says what is wrong with it. */
export function damagedStore(venue: VenueId, detail: string): AppError {
  return new AppError(
    'STORE_DAMAGED',
    `The database of the venue ${venue} is damaged. It was left as it is. Restore a backup of it on the start page, or with "store restore" on the command line.`,
    detail,
  );
}

/** What an error on opening a venue's store means for a person; anything unexpected stays what it is. */
export function toOpenError(venue: VenueId, folder: string, error: unknown): unknown {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code !== 'string' || error instanceof AppError) return error;
  if (DAMAGED.test(code)) return damagedStore(venue, String(message));
  if (!UNWRITABLE.test(code)) return error;
  return new AppError(
    'FILE_UNWRITABLE',
    `The venue ${venue} is in the folder ${folder}, which cannot be written to. Give your account the right to write there, or copy the data folder to a disk that can be written to and use that copy.`,
    String(message),
  );
}
