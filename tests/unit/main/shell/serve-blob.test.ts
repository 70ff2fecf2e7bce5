import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { VenueId } from '@shared/model/ids';
import { createBlobServer, type BlobServer } from '@main/shell/serve-blob';
import { blobPath, digestOf } from '@main/store/blobs';
import { openStores, type Stores } from '@main/store/stores';
import { tempFolder } from '../../../support/temp';

const one = 'one-venue' as VenueId;
const other = 'other-venue' as VenueId;
const bytes = Buffer.from('%PDF-1.7 a paper');
const { sha256 } = digestOf((write) => {
  write(bytes);
});
let folder: string;
let stores: Stores;
let serve: BlobServer;

beforeEach(() => {
  folder = tempFolder();
  stores = openStores(folder, () => '2026-05-10T09:00:00.000Z');
  onTestFinished(stores.close);
  for (const venue of [one, other]) {
    stores.create(venue, () => undefined);
    mkdirSync(join(stores.open(venue).folder, 'blobs'));
    writeFileSync(blobPath(stores.open(venue).folder, sha256), bytes);
  }
  serve = createBlobServer(stores);
});

const statusOf = async (path: string, range: string | null = null): Promise<number> =>
  (await serve(path, range)).status;

describe('a PDF', () => {
  it('is sent as it was imported, whole or in part', async () => {
    const whole = await serve(`/${one}/${sha256}`, null);
    expect([whole.status, await whole.text()]).toEqual([200, bytes.toString()]);
    const part = await serve(`/${one}/${sha256}`, 'bytes=0-3');
    expect([part.status, await part.text()]).toEqual([206, '%PDF']);
    expect(await statusOf(`/${one}/${sha256}`, 'bytes=99-')).toBe(416);
  });

  it('that changed on disk is never shown, though another venue’s copy was found whole', async () => {
    expect(await statusOf(`/${one}/${sha256}`)).toBe(200);
    const path = blobPath(stores.open(other).folder, sha256);
    writeFileSync(path, '%PDF-1.7 another');
    expect(await statusOf(`/${other}/${sha256}`)).toBe(409);
    expect(await statusOf(`/${one}/${sha256}`)).toBe(200);
    writeFileSync(path, bytes);
    expect(await statusOf(`/${other}/${sha256}`)).toBe(200);
  });

  it('is checked again when its file has changed since it was checked', async () => {
    const path = blobPath(stores.open(one).folder, sha256);
    expect(await statusOf(`/${one}/${sha256}`)).toBe(200);
    writeFileSync(path, bytes.toString().replace('paper', 'PAPER'));
    utimesSync(path, 1, 1);
    expect(await statusOf(`/${one}/${sha256}`)).toBe(409);
  });

  it.each([
    ['a venue that is not there', `/no-venue/${sha256}`],
    ['a PDF that is not there', `/${one}/${'0'.repeat(64)}`],
    ['a way out of the folder', `/${one}/..%2f..%2fidentity.json`],
    ['nothing', '/'],
  ])('is not found for %s', async (_what, path) => {
    expect(await statusOf(path)).toBe(404);
  });

  it('is not found where the store cannot be opened', async () => {
    stores.suspect(one);
    writeFileSync(join(folder, 'venues', one, 'venue.sqlite'), 'no database '.repeat(1000));
    expect(await statusOf(`/${one}/${sha256}`)).toBe(404);
    expect(await statusOf(`/${other}/${sha256}`)).toBe(200);
  });
});
