import { closeSync, copyFileSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { VenueSummary } from '@shared/contract/library';
import type { JobId, VenueId } from '@shared/model/ids';
import type { WriteDb } from '@main/store/database';
import { makeApplication, type TestApplication } from '../support/application';
import { importAll, SIM2SCIENCE, type Machine } from '../support/machine';
import { makeScene } from '../support/scene';

const PAGE_BYTES = 4096;
let test: TestApplication;
let venue: VenueId;

beforeEach(async () => {
  test = makeApplication();
  const { router, jobs } = test.application;
  const job = (await router('sample.open', {})) as unknown as { value: JobId };
  await jobs.whenEnded(job.value);
  venue = test.application.services.stores.list()[0] as VenueId;
});

const answer = (text: string): Promise<unknown> =>
  test.application.router('review.answer', {
    venue,
    paper: 12,
    field: 'summary',
    answer: { kind: 'text', text },
  });
const databaseFile = (): string => join(test.folder, 'venues', venue, 'venue.sqlite');

/** The disk refuses one commit, as SQLite tells it. */
function failOnce(): void {
  const { db } = test.application.services.stores.open(venue);
  vi.spyOn(db, 'transaction').mockImplementationOnce(() => {
    throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
  });
}

/** Overwrites whole pages behind the first, which says what the file is. */
function rot(): void {
  const fd = openSync(databaseFile(), 'r+');
  for (let page = 2; page < 8; page += 1)
    writeSync(fd, Buffer.alloc(PAGE_BYTES, 0xa5), 0, PAGE_BYTES, page * PAGE_BYTES);
  closeSync(fd);
}

describe('after the disk failed under a store', () => {
  it('the connection is used no more; the next one is checked and goes on', async () => {
    const before = test.application.services.stores.open(venue).db;
    expect(await answer('before')).toMatchObject({ ok: true });
    failOnce();
    expect(await answer('lost')).toMatchObject({ ok: false, error: { code: 'FILE_UNWRITABLE' } });
    expect(before.open).toBe(false);
    const answers = { summary: { kind: 'text', text: 'again' } };
    expect(await answer('again')).toMatchObject({ ok: true, value: { answers } });
    expect(test.application.services.stores.open(venue).db).not.toBe(before);
  });

  it('a file that is no longer whole takes no more writes, is named, and stays as it is', async () => {
    failOnce();
    await answer('lost');
    rot();
    const rotten = readFileSync(databaseFile());
    for (const text of ['first', 'second']) {
      expect(await answer(text)).toMatchObject({
        ok: false,
        error: { code: 'STORE_DAMAGED', message: expect.stringContaining(venue) as string },
      });
    }
    expect(readFileSync(databaseFile()).equals(rotten)).toBe(true);
  });
});

describe('an import whose disk fails', () => {
  /** The disk refuses the next commit under the organizer's store. */
  const failUnder = (machine: Machine): WriteDb => {
    const { db } = machine.deps.stores.open(SIM2SCIENCE);
    vi.spyOn(db, 'transaction').mockImplementationOnce(() => {
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
    });
    return db;
  };

  it('is refused by the name of its file, and its connection is used no more', () => {
    const { organizer, review } = makeScene();
    const failed = failUnder(organizer);
    expect(importAll(organizer, review).rows).toMatchObject([
      {
        outcome: 'refused',
        error: { code: 'FILE_UNWRITABLE' },
        sentence: expect.stringMatching(
          /^ada\.referee was not imported: the disk refused to write to /,
        ) as string,
      },
    ]);
    expect(failed.open).toBe(false);
    expect(importAll(organizer, review).rows).toMatchObject([{ outcome: 'added' }]);
  });

  it('tries bundles that share a commit again only over a store that was opened anew', () => {
    const { organizer, review } = makeScene();
    const copy = join(organizer.folder, 'again.referee');
    copyFileSync(review, copy);
    const failed = failUnder(organizer);
    const { rows } = importAll(organizer, review, copy);
    expect(rows).toMatchObject([{ outcome: 'added' }, { outcome: 'already' }]);
    expect(failed.open).toBe(false);
  });
});

describe('a venue whose store cannot be opened', () => {
  const list = async (): Promise<readonly VenueSummary[]> =>
    ((await test.application.router('library.list', {})) as { value: readonly VenueSummary[] }).value;

  it.each([
    ['STORE_DAMAGED', (path: string) => writeFileSync(path, 'no database '.repeat(1000))],
    [
      'STORE_NEWER',
      (path: string) => {
        const fd = openSync(path, 'r+');
        // The user version, at its place in the header.
        writeSync(fd, Buffer.from([0, 1, 0, 0]), 0, 4, 60);
        closeSync(fd);
      },
    ],
  ])('says why in its place (%s) and hides no other', async (code, spoil) => {
    const { stores } = test.application.services;
    const broken = 'broken-venue' as VenueId;
    stores.create(broken, () => undefined);
    stores.suspect(broken);
    spoil(join(test.folder, 'venues', broken, 'venue.sqlite'));
    const rows = await list();
    expect(rows.map((row) => row.venue).toSorted()).toEqual([broken, venue].toSorted());
    expect(rows.find((row) => row.venue === venue)).toMatchObject({ problem: null, roles: ['reviewer'] });
    expect(rows.find((row) => row.venue === broken)).toMatchObject({
      shortName: broken,
      roles: [],
      problem: { code },
    });
    expect(await answer('still here')).toMatchObject({ ok: true });
  });
});
