import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { VenueId } from '@shared/model/ids';
import { toOpenError } from './damage';
import { DATABASE_FILE, type WriteDb } from './database';
import { isOlder, migrateCopy, refuseNewer } from './migrate';
import { openStores, type Store, type Stores } from './stores';

/** How long to wait for another process that writes, milliseconds. */
const BUSY_TIMEOUT_MS = 10_000;

/**
 * The stores of a data folder for commands that only read: nothing is made, changed or removed in it. A database of an
 * older version is read into memory and brought up to date there. Whatever tries to write is refused by SQLite.
 */
export function openStoresForReading(dataFolder: string, now: () => string): Stores {
  const stores = openStores(dataFolder, now);
  const open = new Map<VenueId, Store>();
  return {
    ...stores,
    notesFolder: null,
    open(venue) {
      const known = open.get(venue);
      if (known !== undefined) return known;
      const folder = stores.folderOf(venue);
      const store = { db: openReading(venue, folder), folder };
      open.set(venue, store);
      return store;
    },
    // Venues that are open are backed up, lent and suspected: none of it here.
    listOpen: () => [],
    lend: () => () => undefined,
    suspect: () => undefined,
    suspectFailing: () => [],
    create: (venue) => {
      throw new Error(`a command that reads has no business making ${venue}`);
    },
    close: () => {
      for (const { db } of open.values()) db.close();
      open.clear();
    },
  };
}

function openReading(venue: VenueId, folder: string): WriteDb {
  try {
    const db = new Database(join(folder, DATABASE_FILE), {
      readonly: true,
      fileMustExist: true,
      timeout: BUSY_TIMEOUT_MS,
    });
    refuseNewer(db);
    if (!isOlder(db)) return db as WriteDb;
    const image = db.serialize();
    db.close();
    return toNewest(image) as WriteDb;
  } catch (error) {
    throw toOpenError(venue, folder, error);
  }
}

/** Where the header of a database says how it is journalled (SQLite file format, 1.3), and its word for a rollback journal. */
const JOURNAL_BYTES = [18, 19] as const;
const ROLLBACK = 1;

function toNewest(image: Buffer): Database.Database {
  // A database in memory has no write-ahead log.
  for (const at of JOURNAL_BYTES) image[at] = ROLLBACK;
  const copy = new Database(image);
  migrateCopy(copy);
  return copy;
}
