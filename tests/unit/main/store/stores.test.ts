import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { VenueId } from '@shared/model/ids';
import { blobPath, digestOf, saveBlob } from '@main/store/blobs';
import { change, selectAll } from '@main/store/database';
import { writeDurably } from '@main/store/durable-file';
import { openStores, type Stores } from '@main/store/stores';
import { listFiles } from '../../../support/store-state';
import { tempFolder } from '../../../support/temp';

const venue = 'some-venue' as VenueId;

function makeStores(folder = tempFolder()): { stores: Stores; folder: string } {
  const stores = openStores(folder, () => '2026-05-10T09:00:00.000Z');
  onTestFinished(stores.close);
  return { stores, folder };
}

describe('making a venue’s store', () => {
  it('puts all of it in place at once', () => {
    const { stores, folder } = makeStores();
    stores.create(venue, ({ db, folder: building }) => {
      expect(stores.has(venue)).toBe(false);
      change(db, `INSERT INTO facts VALUES ('a', 'b')`);
      mkdirSync(join(building, 'blobs'));
    });
    expect(stores.list()).toEqual([venue]);
    expect(selectAll(stores.open(venue).db, 'SELECT value FROM facts')).toEqual([{ value: 'b' }]);
    expect(readdirSync(join(folder, 'venues'))).toEqual([venue]);
  });

  it('leaves nothing when it fails half-way, and can be tried again', () => {
    const { stores, folder } = makeStores();
    const fail = (): void => {
      stores.create(venue, ({ db }) => {
        change(db, `INSERT INTO facts VALUES ('a', 'b')`);
        throw new Error('half-way');
      });
    };
    expect(fail).toThrow('half-way');
    expect(stores.list()).toEqual([]);
    expect(listFiles(folder)).toEqual({});
    stores.create(venue, () => undefined);
    expect(selectAll(stores.open(venue).db, 'SELECT * FROM facts')).toEqual([]);
  });

  it('is refused for a venue that is there, which stays as it was', () => {
    const { stores } = makeStores();
    stores.create(venue, ({ db }) => change(db, `INSERT INTO facts VALUES ('a', 'first')`));
    expect(() => stores.create(venue, () => undefined)).toThrow(
      expect.objectContaining({ code: 'VENUE_EXISTS' }),
    );
    expect(selectAll(stores.open(venue).db, 'SELECT value FROM facts')).toEqual([{ value: 'first' }]);
  });
});

describe('making the same venue twice at once', () => {
  it('keeps the one that was ready first, whole, and refuses the other', () => {
    const { stores, folder } = makeStores();
    const { stores: others } = makeStores(folder);
    expect(() =>
      stores.create(venue, ({ db }) => {
        change(db, `INSERT INTO facts VALUES ('a', 'slow')`);
        others.create(venue, (quick) => change(quick.db, `INSERT INTO facts VALUES ('a', 'quick')`));
      }),
    ).toThrow(expect.objectContaining({ code: 'VENUE_EXISTS' }));
    for (const one of [stores, others])
      expect(selectAll(one.open(venue).db, 'SELECT value FROM facts')).toEqual([{ value: 'quick' }]);
    expect(readdirSync(join(folder, 'venues'))).toEqual([venue]);
  });

  it('leaves to the other what it failed at itself', () => {
    const { stores, folder } = makeStores();
    const { stores: others } = makeStores(folder);
    others.create(venue, ({ db }) => {
      expect(() =>
        stores.create(venue, () => {
          throw new Error('half-way');
        }),
      ).toThrow('half-way');
      change(db, `INSERT INTO facts VALUES ('a', 'other')`);
    });
    expect(selectAll(stores.open(venue).db, 'SELECT value FROM facts')).toEqual([{ value: 'other' }]);
  });
});

describe('the stores of a data folder', () => {
  it('are venues with a database, whatever else lies there', () => {
    const { stores, folder } = makeStores();
    stores.create(venue, () => undefined);
    mkdirSync(join(folder, 'venues', 'empty-folder'));
    mkdirSync(join(folder, 'venues', 'Not A Venue'));
    writeFileSync(join(folder, 'venues', 'file'), '');
    expect(stores.list()).toEqual([venue]);
  });

  it('are none in a folder that is not there yet', () => {
    expect(makeStores(join(tempFolder(), 'not-yet')).stores.list()).toEqual([]);
  });

  it('do not hold a venue that was never made', () => {
    expect(() => makeStores().stores.open(venue)).toThrow(
      expect.objectContaining({ code: 'VENUE_NOT_FOUND' }),
    );
  });

  it('are there again after they were closed', () => {
    const { stores, folder } = makeStores();
    stores.create(venue, ({ db }) => change(db, `INSERT INTO facts VALUES ('a', 'b')`));
    stores.close();
    expect(selectAll(makeStores(folder).stores.open(venue).db, 'SELECT value FROM facts')).toEqual([
      { value: 'b' },
    ]);
  });
});

describe('a disk that fails while a file of a venue is written', () => {
  it('makes that venue suspect, once, and no other', () => {
    const { stores, folder } = makeStores();
    const other = 'other-venue' as VenueId;
    for (const one of [venue, other]) stores.create(one, () => undefined);
    const { db } = stores.open(venue);
    const fail = (code: string): void => {
      writeDurably(join(folder, 'venues', venue, 'blobs', 'x'), () => {
        throw Object.assign(new Error(code), { code });
      });
    };
    expect(() => fail('ENOSPC')).toThrow('ENOSPC');
    expect(stores.suspectFailing()).toEqual([]);
    expect(() => fail('EIO')).toThrow('EIO');
    expect(stores.suspectFailing()).toEqual([venue]);
    expect(stores.suspectFailing()).toEqual([]);
    expect(db.open).toBe(false);
    expect(stores.listOpen()).toEqual([other]);
  });
});

describe('a blob', () => {
  const bytes = Buffer.from('%PDF-1.4 some paper');
  const { sha256 } = digestOf((write) => {
    write(bytes);
  });

  it('is kept under its digest, once', () => {
    const folder = tempFolder();
    let reads = 0;
    for (let times = 0; times < 2; times += 1) {
      saveBlob(folder, sha256, (write) => {
        reads += 1;
        write(bytes.subarray(0, 5));
        write(bytes.subarray(5));
      });
    }
    expect(readFileSync(blobPath(folder, sha256))).toEqual(bytes);
    expect(reads).toBe(1);
  });

  it('is not kept when its bytes are others than were said', () => {
    const folder = tempFolder();
    const save = (): void => {
      saveBlob(folder, sha256, (write) => {
        write(Buffer.from('something else'));
      });
    };
    expect(save).toThrow('have digest');
    expect(listFiles(folder)).toEqual({});
  });
});
