import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { VenueId } from '@shared/model/ids';
import { transact } from '@main/store/database';
import { listDrafts } from '@main/store/drafts';
import { migrate, NEWEST_VERSION } from '@main/store/migrate';
import { migrations } from '@main/store/migrations';
import { listPeople } from '@main/store/people';
import { openStoresForReading } from '@main/store/reading-stores';
import { getVenue } from '@main/store/venues';
import { answer, SIM2SCIENCE } from '../../../support/machine';
import { makeScene } from '../../../support/scene';
import { listFiles } from '../../../support/store-state';
import { tempFolder } from '../../../support/temp';

const NOW = '2026-05-10T09:00:00Z';

describe('stores that are only read', () => {
  it('leave a closed store as it is, to the last file', () => {
    const { organizer } = makeScene();
    organizer.deps.stores.open(SIM2SCIENCE);
    organizer.deps.stores.close();
    const data = join(organizer.folder, 'data');
    const before = listFiles(data);
    const names = readdirSync(join(data, 'venues', SIM2SCIENCE));
    const stores = openStoresForReading(data, () => NOW);
    expect(getVenue(stores.open(SIM2SCIENCE).db).id).toBe(SIM2SCIENCE);
    expect(listPeople(stores.open(SIM2SCIENCE).db).length).toBeGreaterThan(2);
    expect(readdirSync(join(data, 'venues', SIM2SCIENCE))).toEqual(names);
    stores.close();
    expect(listFiles(data)).toEqual(before);
    expect(readdirSync(join(data, 'venues', SIM2SCIENCE))).toEqual(names);
  });

  it('see what another process has just written, and change neither its file nor its journal', () => {
    const { ada } = makeScene();
    answer(ada, 7, 'overall', { kind: 'rating', value: 2 });
    const data = join(ada.folder, 'data');
    const before = listFiles(data);
    expect(Object.keys(before).some((name) => name.endsWith('-wal'))).toBe(true);
    const stores = openStoresForReading(data, () => NOW);
    const { db } = stores.open(SIM2SCIENCE);
    const [draft] = listDrafts(db).filter(({ paper }) => paper === 7);
    expect(draft?.answers).toMatchObject({ overall: { kind: 'rating', value: 2 } });
    stores.close();
    expect(listFiles(data)).toEqual(before);
  });

  it('bring an older database up to date in memory alone', () => {
    const folder = join(tempFolder(), 'venues', 'old');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'venue.sqlite');
    const old = new Database(path);
    migrate(old, folder, NOW, migrations.slice(0, 1));
    old.pragma('journal_mode = WAL');
    old.close();
    const before = readFileSync(path);
    const stores = openStoresForReading(join(folder, '..', '..'), () => NOW);
    const { db } = stores.open('old' as VenueId);
    expect(db.pragma('user_version', { simple: true })).toBe(NEWEST_VERSION);
    expect(listPeople(db)).toEqual([]);
    stores.close();
    expect(readFileSync(path)).toEqual(before);
  });

  it('refuse to be written to', () => {
    const { organizer } = makeScene();
    organizer.deps.stores.close();
    const stores = openStoresForReading(join(organizer.folder, 'data'), () => NOW);
    const { db } = stores.open(SIM2SCIENCE);
    expect(() => transact(db, () => db.exec('DELETE FROM people'))).toThrow(/readonly/);
    stores.close();
  });

  it('say so when a database is damaged or newer', () => {
    const folder = join(tempFolder(), 'venues', 'bad');
    mkdirSync(folder, { recursive: true });
    copyFileSync('package.json', join(folder, 'venue.sqlite'));
    const stores = openStoresForReading(join(folder, '..', '..'), () => NOW);
    expect(() => stores.open('bad' as VenueId)).toThrow(
      expect.objectContaining({ code: 'STORE_DAMAGED' }) as Error,
    );
    const newer = join(folder, '..', 'newer');
    mkdirSync(newer);
    const db = new Database(join(newer, 'venue.sqlite'));
    db.pragma(`user_version = ${NEWEST_VERSION + 10}`);
    db.close();
    expect(() => stores.open('newer' as VenueId)).toThrow(
      expect.objectContaining({ code: 'STORE_NEWER' }) as Error,
    );
  });
});
