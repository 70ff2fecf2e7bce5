import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { VenueId } from '@shared/model/ids';
import type { Machine } from './machine';

/** Every table of a venue's store with its rows in a fixed order, without what depends on when it happened. */
export function dumpStore(machine: Pick<Machine, 'deps'>, venue: VenueId): Record<string, unknown[]> {
  const { db } = machine.deps.stores.open(venue);
  const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all() as {
    name: string;
  }[];
  return Object.fromEntries(
    tables.map(({ name }) => {
      const rows = db
        .prepare(`SELECT * FROM ${name}`)
        .all()
        .map((row) => JSON.stringify(row));
      return [name, rows.toSorted()];
    }),
  );
}

/** Every file below a folder with a digest of its bytes; databases' shared memory and locks, which hold nothing, left out. */
export function listFiles(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  const visit = (path: string, name: string): void => {
    if (statSync(path).isDirectory()) {
      for (const child of readdirSync(path)) visit(join(path, child), `${name}/${child}`);
    } else if (!name.endsWith('-shm') && !name.endsWith('/venue.lock')) {
      files[name] = createHash('sha256').update(readFileSync(path)).digest('hex');
    }
  };
  if (existsSync(folder)) visit(folder, '');
  return files;
}
