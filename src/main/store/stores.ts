import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@shared/contract/errors';
import { venueIdSchema, type VenueId } from '@shared/model/ids';
import { DATABASE_FILE, openDatabase, type WriteDb } from './database';
import { isAbandoned, syncFolder, unfinishedPath } from './durable-file';

/** One venue's store: its database and its folder, which also holds `blobs/` and `held/`. */
export interface Store {
  readonly db: WriteDb;
  readonly folder: string;
}

/** The venues of one data folder, `<data>/venues/<id>/`. Databases are opened on first use and kept open. */
export interface Stores {
  list(): VenueId[];
  has(venue: VenueId): boolean;
  /** Refused: VENUE_NOT_FOUND, STORE_NEWER, STORE_DAMAGED. */
  open(venue: VenueId): Store;
  /**
   * To be told when the disk failed under a venue (null: under some venue). After that SQLite would acknowledge writes
   * that the disk never took, so the connection is closed; the next use opens another and checks the file first.
   */
  suspect(venue: VenueId | null): void;
  /**
   * Makes a venue's store with what `fill` puts in, whole or not at all: it is built beside and moved into place.
   * Refused: VENUE_EXISTS.
   */
  create(venue: VenueId, fill: (store: Store) => void): Store;
  close(): void;
}

/** Opens the stores of a data folder. `now` gives RFC 3339 instants, for the names of backups. */
export function openStores(dataFolder: string, now: () => string): Stores {
  const root = join(dataFolder, 'venues');
  const open = new Map<VenueId, Store>();
  const suspects = new Set<VenueId>();
  const folderOf = (venue: VenueId): string => join(root, venue);
  const exists = (venue: VenueId): AppError =>
    new AppError('VENUE_EXISTS', `The venue ${venue} is on this computer already.`);
  // Another thread or process may have made the same venue meanwhile; a folder that is not empty is never replaced.
  const moveIntoPlace = (building: string, venue: VenueId): void => {
    if (stores.has(venue)) throw exists(venue);
    try {
      renameSync(building, folderOf(venue));
    } catch (error) {
      throw stores.has(venue) ? exists(venue) : error;
    }
  };

  const stores: Stores = {
    list() {
      if (!existsSync(root)) return [];
      return readdirSync(root)
        .map((name) => venueIdSchema.safeParse(name))
        .flatMap((parsed) => (parsed.success && stores.has(parsed.data) ? [parsed.data] : []))
        .toSorted();
    },
    has: (venue) => existsSync(join(folderOf(venue), DATABASE_FILE)),
    open(venue) {
      const known = open.get(venue);
      if (known !== undefined) return known;
      if (!stores.has(venue)) {
        throw new AppError(
          'VENUE_NOT_FOUND',
          `There is no venue ${venue} on this computer. Open a bundle of it first.`,
        );
      }
      const folder = folderOf(venue);
      const store = { db: openWhole(venue, folder, now(), suspects.has(venue)), folder };
      suspects.delete(venue);
      open.set(venue, store);
      return store;
    },
    suspect(venue) {
      for (const one of venue === null ? [...open.keys()] : [venue]) {
        suspects.add(one);
        const store = open.get(one);
        open.delete(one);
        if (store !== undefined) closeAnyway(store.db);
      }
    },
    create(venue, fill) {
      if (stores.has(venue)) throw exists(venue);
      mkdirSync(root, { recursive: true });
      const building = unfinishedPath(folderOf(venue));
      const db = openDatabase(building, now());
      try {
        fill({ db, folder: building });
        db.pragma('wal_checkpoint(TRUNCATE)');
        db.close();
        moveIntoPlace(building, venue);
        syncFolder(root);
      } catch (error) {
        db.close();
        rmSync(building, { recursive: true, force: true });
        throw error;
      }
      return stores.open(venue);
    },
    close() {
      for (const store of open.values()) store.db.close();
      open.clear();
    },
  };
  return stores;
}

function openWhole(venue: VenueId, folder: string, nowIso: string, isSuspect: boolean): WriteDb {
  let db: WriteDb | undefined;
  try {
    db = openDatabase(folder, nowIso);
    const found = isSuspect ? db.pragma('quick_check(1)', { simple: true }) : 'ok';
    if (found !== 'ok') throw damaged(venue, String(found));
    return db;
  } catch (error) {
    if (db !== undefined) closeAnyway(db);
    const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
    throw typeof code === 'string' && DAMAGED.test(code) ? damaged(venue, String(message)) : error;
  }
}

/** What SQLite says of a file that is no database of ours, or no longer whole. */
const DAMAGED = /^SQLITE_(?:CORRUPT|NOTADB)/;

function damaged(venue: VenueId, detail: string): AppError {
  return new AppError(
    'STORE_DAMAGED',
    `The database of the venue ${venue} is damaged. It was left as it is: restore the folder venues/${venue} of the data folder from a backup.`,
    detail,
  );
}

/** Closes a connection whose disk has failed: that closing fails too changes nothing. */
function closeAnyway(db: WriteDb): void {
  try {
    db.close();
  } catch {
    // The file is checked before it is used again.
  }
}

/** Removes what interrupted runs left unfinished in a data folder, before this process does anything there. */
export function sweepUnfinished(dataFolder: string): void {
  const root = join(dataFolder, 'venues');
  const folders = [dataFolder, root];
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (isAbandoned(entry.name)) rmSync(path, { recursive: true, force: true });
      else if (folder === root && entry.isDirectory())
        folders.push(path, join(path, 'blobs'), join(path, 'held'));
    }
  }
}
