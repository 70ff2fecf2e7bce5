import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { AppError } from '@shared/contract/errors';
import { venueIdSchema, type VenueId } from '@shared/model/ids';
import { listBackupFiles } from './backups';
import { toOpenError, damagedStore } from './damage';
import { requireDataFolder } from './data-folder';
import { abandonDatabase, closeDatabase, DATABASE_FILE, openDatabase, type WriteDb } from './database';
import { noteDiskFailure, takeDiskFailures } from './disk-failures';
import { discard, isAbandoned, syncFolder, unfinishedPath } from './durable-file';
import { withOpeningLock } from './opening-lock';
import { examineStore, findProblemIn } from './examine-store';
import { sweepNoted } from './outside-files';

/** One venue's store: its database and its folder, which also holds `blobs/`. */
export interface Store {
  readonly db: WriteDb;
  readonly folder: string;
}

/** The venues of one data folder, `<data>/venues/<id>/`. Databases are opened on first use and kept open. */
export interface Stores {
  readonly dataFolder: string;
  /** Where it is noted what is being written outside the data folder; null where nothing may be written. */
  readonly notesFolder: string | null;
  list(): VenueId[];
  /** Whether a venue is here: its database, or backups of one that is gone. */
  has(venue: VenueId): boolean;
  /** A venue's folder, also of one that cannot be opened. Refused: VENUE_NOT_FOUND. */
  folderOf(venue: VenueId): string;
  /**
   * Refused: VENUE_NOT_FOUND, STORE_NEWER, STORE_DAMAGED, STORE_BUSY while it is lent, FILE_UNWRITABLE when its folder
   * cannot be written to.
   */
  open(venue: VenueId): Store;
  /** The venues that are open. */
  listOpen(): VenueId[];
  /** Closes a venue and opens it for nobody until the answer is called: its files may be exchanged meanwhile. */
  lend(venue: VenueId): () => void;
  /**
   * To be told when the disk failed under a venue (null: under some venue). After that SQLite would acknowledge writes
   * that the disk never took, so the connection is closed; the next use opens another and checks the file first.
   */
  suspect(venue: VenueId | null): void;
  /** Suspects every venue under which this thread's disk failed since it was last asked, and answers which. */
  suspectFailing(): VenueId[];
  /**
   * Makes a venue's store with what `fill` puts in, whole or not at all: it is built beside and moved into place.
   * Refused: VENUE_EXISTS, FILE_UNWRITABLE when the data folder cannot be written to.
   */
  create(venue: VenueId, fill: (store: Store) => void): Store;
  close(): void;
}

/**
 * Opens the stores of a data folder. `now` gives RFC 3339 instants, for the names of backups. `known` are venues that
 * another thread of this process has open, and so has looked through.
 */
export function openStores(dataFolder: string, now: () => string, known: readonly VenueId[] = []): Stores {
  const root = join(dataFolder, 'venues');
  const open = new Map<VenueId, Store>();
  const suspects = new Set<VenueId>();
  const lent = new Set<VenueId>();
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
    dataFolder,
    notesFolder: dataFolder,
    list() {
      if (!existsSync(root)) return [];
      return readdirSync(root)
        .map((name) => venueIdSchema.safeParse(name))
        .flatMap((parsed) => (parsed.success && stores.has(parsed.data) ? [parsed.data] : []))
        .toSorted();
    },
    has: (venue) =>
      existsSync(join(folderOf(venue), DATABASE_FILE)) || listBackupFiles(folderOf(venue)).length > 0,
    folderOf(venue) {
      if (stores.has(venue)) return folderOf(venue);
      throw new AppError(
        'VENUE_NOT_FOUND',
        `There is no venue ${venue} on this computer. Open a bundle of it first.`,
      );
    },
    open(venue) {
      const opened = open.get(venue);
      if (opened !== undefined) return opened;
      const folder = stores.folderOf(venue);
      if (lent.has(venue)) {
        throw new AppError('STORE_BUSY', `The venue ${venue} is being restored. Try again in a moment.`);
      }
      const trust = suspects.has(venue) ? 'suspect' : known.includes(venue) ? 'known' : 'unknown';
      const store = { db: openWhole(venue, folder, now(), trust), folder };
      suspects.delete(venue);
      open.set(venue, store);
      return store;
    },
    listOpen: () => [...open.keys()],
    lend(venue) {
      const store = open.get(venue);
      open.delete(venue);
      lent.add(venue);
      if (store !== undefined) closeDatabase(store.db);
      return () => lent.delete(venue);
    },
    suspect(venue) {
      for (const one of venue === null ? [...open.keys()] : [venue]) {
        suspects.add(one);
        const store = open.get(one);
        open.delete(one);
        if (store !== undefined) abandonDatabase(store.db);
      }
    },
    suspectFailing() {
      const failing = new Set<VenueId>();
      for (const path of takeDiskFailures(root)) {
        const venue = venueIdSchema.safeParse(relative(root, path).split(sep)[0]);
        if (venue.success) failing.add(venue.data);
      }
      for (const venue of failing) stores.suspect(venue);
      return [...failing];
    },
    create(venue, fill) {
      if (stores.has(venue)) throw exists(venue);
      makeRoot(root);
      const building = unfinishedPath(folderOf(venue));
      let db: WriteDb | undefined;
      try {
        db = openDatabase(building, now());
        fill({ db, folder: building });
        closeDatabase(db);
        moveIntoPlace(building, venue);
        syncFolder(root);
      } catch (error) {
        if (db !== undefined) abandonDatabase(db);
        discard(building);
        throw error;
      }
      return stores.open(venue);
    },
    close() {
      for (const store of open.values()) closeDatabase(store.db);
      open.clear();
    },
  };
  return stores;
}

/** Makes the folder of all venues. What is said of a disk that takes no changes depends on which folders are there. */
function makeRoot(root: string): void {
  try {
    mkdirSync(root, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'UNKNOWN') throw error;
    requireDataFolder(root);
  }
}

/** What is known of a database that is to be opened: that it is whole, nothing, or that its disk failed. */
type Trust = 'known' | 'unknown' | 'suspect';

function openWhole(venue: VenueId, folder: string, nowIso: string, trust: Trust): WriteDb {
  let db: WriteDb | undefined;
  try {
    return withOpeningLock(folder, open);
  } catch (error) {
    if (db !== undefined) abandonDatabase(db);
    noteDiskFailure(join(folder, DATABASE_FILE), error);
    throw toOpenError(venue, folder, error);
  }

  function open(): WriteDb {
    const found = trust === 'known' ? 'whole' : examineStore(venue, folder, trust === 'suspect', nowIso);
    db = openDatabase(folder, nowIso);
    const problem = found === 'check-when-open' ? findProblemIn(venue, db) : null;
    if (problem !== null) throw damagedStore(venue, problem);
    return db;
  }
}

/**
 * Removes what interrupted runs left unfinished in a data folder, and outside it where they left a note, before this
 * process does anything there.
 */
export function sweepUnfinished(dataFolder: string): void {
  const root = join(dataFolder, 'venues');
  const folders = [dataFolder, root];
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (isAbandoned(entry.name)) {
        if (folder !== dataFolder || sweepNoted(path)) rmSync(path, { recursive: true, force: true });
      } else if (folder === root && entry.isDirectory())
        folders.push(
          path,
          join(path, 'blobs'),
          join(path, 'held'),
          join(path, 'backups'),
          join(path, 'damaged'),
        );
    }
  }
}
