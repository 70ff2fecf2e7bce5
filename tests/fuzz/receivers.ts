import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from '@shared/contract/bundle';
import type { VenueId } from '@shared/model/ids';
import type { Identity } from '@main/bundle/keys';
import { nowInstant, quiet, type ServiceDeps } from '@main/services/deps';
import { importBundles } from '@main/services/import-bundles';
import { openStores } from '@main/store/stores';
import { dumpStore, listFiles } from '../support/store-state';

export const VENUE = 'golden-2026' as VenueId;

/** A computer that mutants are imported on, and that can be put back to how it was. */
export interface Receiver {
  import(...paths: readonly string[]): ImportReport;
  /** A digest of every row of every table, but for those named, and of every other file there. */
  state(without?: readonly string[]): string;
  /** Puts it back to how it was when it was made. */
  reset(): void;
  close(): void;
}

/** A computer whose store holds what these bundles bring, if any. */
export function makeReceiver(folder: string, identity: Identity, bundles: readonly string[]): Receiver {
  const data = join(folder, 'data');
  const kept = join(folder, 'kept');
  mkdirSync(data, { recursive: true });
  let deps = openDeps(data, identity);
  if (bundles.length > 0) importBundles(deps, { paths: bundles, venue: null }, quiet);
  deps.stores.close();
  cpSync(data, kept, { recursive: true });
  deps = openDeps(data, identity);
  return {
    import: (...paths) => importBundles(deps, { paths, venue: null }, quiet),
    state: (without = []) => {
      const rows = deps.stores.has(VENUE)
        ? dumpStore({ deps }, VENUE)
        : { stores: deps.stores.list().map(String) };
      const files = Object.entries(listFiles(data)).filter(([name]) => !/\.sqlite|\.db/.test(name));
      const told = Object.entries(rows).filter(([table]) => !without.includes(table));
      return createHash('sha256')
        .update(JSON.stringify([told, files]))
        .digest('hex');
    },
    reset: () => {
      deps.stores.close();
      rmSync(data, { recursive: true, force: true });
      cpSync(kept, data, { recursive: true });
      deps = openDeps(data, identity);
    },
    close: () => {
      deps.stores.close();
    },
  };
}

function openDeps(dataFolder: string, identity: Identity): ServiceDeps {
  const clock = { nowMs: () => Date.parse('2026-05-20T09:00:00.000Z'), timeZone: 'UTC' };
  return {
    stores: openStores(dataFolder, () => nowInstant(clock)),
    clock,
    identity: () => identity,
    application: { name: 'Referee', version: '0.0.0' },
    resourcesFolder: '',
  };
}
