import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@shared/contract/errors';
import { venueIdSchema, type VenueId } from '@shared/model/ids';
import { DATABASE_FILE, openDatabase, type WriteDb } from './database';
import { syncFolder, UNFINISHED_PREFIX } from './durable-file';

/** One venue's store: its database and its folder, which also holds `blobs/` and `held/`. */
export interface Store {
  readonly db: WriteDb;
  readonly folder: string;
}

/** The venues of one data folder, `<data>/venues/<id>/`. Databases are opened on first use and kept open. */
export interface Stores {
  list(): VenueId[];
  has(venue: VenueId): boolean;
  /** Refused: VENUE_NOT_FOUND, STORE_NEWER. */
  open(venue: VenueId): Store;
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
  const folderOf = (venue: VenueId): string => join(root, venue);

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
      const store = { db: openDatabase(folderOf(venue), now()), folder: folderOf(venue) };
      open.set(venue, store);
      return store;
    },
    create(venue, fill) {
      if (stores.has(venue))
        throw new AppError('VENUE_EXISTS', `The venue ${venue} is on this computer already.`);
      mkdirSync(root, { recursive: true });
      const building = join(root, `${UNFINISHED_PREFIX}${venue}-${process.pid}`);
      rmSync(building, { recursive: true, force: true });
      const db = openDatabase(building, now());
      try {
        fill({ db, folder: building });
        db.pragma('wal_checkpoint(TRUNCATE)');
        db.close();
        renameSync(building, folderOf(venue));
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

/** Removes what an interrupted run left unfinished in a data folder. To be called before anything else runs there. */
export function sweepUnfinished(dataFolder: string): void {
  const root = join(dataFolder, 'venues');
  const folders = [dataFolder, root];
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith(UNFINISHED_PREFIX)) rmSync(path, { recursive: true, force: true });
      else if (folder === root && entry.isDirectory())
        folders.push(path, join(path, 'blobs'), join(path, 'held'));
    }
  }
}
