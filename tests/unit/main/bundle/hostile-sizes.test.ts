import { closeSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AppError } from '@shared/contract/errors';
import { BAG_INFO, BAGIT, MANIFEST, SIGNATURE, SIGNER, TAG_MANIFEST } from '@main/bundle/bag';
import { openBundle, openBundleBytes } from '@main/bundle/verify-bundle';
import {
  centralHeader,
  dataOffset,
  endOffset,
  endRecord,
  localHeader,
  MAX_ENTRIES,
  type ZipEntry,
} from '@main/bundle/zip-format';
import { pack, resign, takeApart } from '../../../support/craft-bundle';
import { importAll, type Machine } from '../../../support/machine';
import { rawZip } from '../../../support/raw-zip';
import { expectRefused, makeCraft } from '../../../support/refusal';
import { makeScene } from '../../../support/scene';
import { tempFolder } from '../../../support/temp';

/** How bytes are refused, and the seconds of processor time that this took. */
function refusalOf(bytes: Uint8Array): { code: string; detail: string; seconds: number } {
  const before = process.cpuUsage();
  try {
    openBundleBytes(bytes, 'some.referee').close();
    return { code: 'opened', detail: '', seconds: 0 };
  } catch (error) {
    const { user, system } = process.cpuUsage(before);
    const { code, detail } = error as AppError;
    return { code, detail: detail ?? '', seconds: (user + system) / 1e6 };
  }
}

/** An archive of empty entries, in every respect of the one layout. */
function manyEntries(nameOf: (index: number) => string, count = MAX_ENTRIES): Buffer {
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    const previous = entries.at(-1);
    const offset = previous === undefined ? 0 : endOffset(previous);
    entries.push({ name: nameOf(index), sizeBytes: 0, crc32: 0, offset });
  }
  const directory = Buffer.concat(entries.map(centralHeader));
  const end = endOffset(entries.at(-1) as ZipEntry);
  return Buffer.concat([...entries.map(localHeader), directory, endRecord(count, directory.length, end)]);
}

const digits = (index: number): string => String(index).padStart(6, '0');

describe('an archive that claims more than it is', () => {
  it.each([
    ['65,534 entries', (index: number) => `b/data/${digits(index)}`],
    ['65,534 entries with the longest names', (index: number) => `b/${'x'.repeat(192)}${digits(index)}`],
    [
      '65,534 entries in as many folders',
      (index: number) => `b/${digits(index).replaceAll(/\d/g, '$&/')}${'x'.repeat(180)}`,
    ],
  ])('is refused within seconds when it has %s', { timeout: 60_000 }, (_what, nameOf) => {
    const { code, seconds } = refusalOf(manyEntries(nameOf));
    expect(code).toBe('BUNDLE_NOT_A_BUNDLE');
    expect(seconds).toBeLessThan(3);
  });

  it('is refused before anything of an entry is read that overlaps others or lies about its size', () => {
    const data = Buffer.alloc(1 << 20, 7);
    const overlapping = Array.from({ length: 1_000 }, (_, index) => ({
      name: `b/data/${digits(index)}`,
      ...(index === 0
        ? { data }
        : { sizeBytes: data.length, packedBytes: data.length, crc: crc32(data), offset: 0 }),
    }));
    const claims = [{ name: 'b/bag-info.txt', data, sizeBytes: 0xffff_fff0, packedBytes: 0xffff_fff0 }];
    const ratio = [{ name: 'b/bag-info.txt', data, method: 8, sizeBytes: 0xffff_fff0 }];
    for (const entries of [overlapping, claims, ratio]) {
      const { code, seconds } = refusalOf(rawZip(entries));
      expect(code).toBe('BUNDLE_NOT_A_BUNDLE');
      expect(seconds).toBeLessThan(0.5);
    }
  });

  it('is refused for a directory of gigabytes without reading it', () => {
    const whole = rawZip([{ name: 'b/x', data: Buffer.from('x') }], { directoryBytes: 0xffff_ffff });
    expect(refusalOf(whole).code).toBe('BUNDLE_NOT_A_BUNDLE');
    const path = join(tempFolder(), 'sparse.referee');
    const fd = openSync(path, 'w');
    const size = 0xffff_0000;
    writeSync(fd, localHeader({ name: 'b/x', sizeBytes: 1, crc32: 0, offset: 0 }), 0);
    const directory = 23 << 20;
    writeSync(fd, endRecord(0xfffe, directory, size - 22 - directory), 0, 22, size - 22);
    ftruncateSync(fd, size);
    closeSync(fd);
    expect(statSync(path).size).toBe(size);
    const before = process.cpuUsage();
    expect(() => openBundle(path)).toThrow(AppError);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(1);
  });
});

describe('a tag file that is longer than any', () => {
  const lengths: readonly (readonly [name: string, bytes: number])[] = [
    [MANIFEST, (24 << 20) + 1],
    ...[BAGIT, BAG_INFO, TAG_MANIFEST, SIGNATURE, SIGNER].map((name) => [name, (4 << 10) + 1] as const),
  ];
  it.each(lengths)('is refused before it is read: %s', (name, bytes) => {
    const { organizer, craft } = makeCraft();
    const path = craft((parts) => parts.files.set(name, Buffer.alloc(bytes, 0x20)));
    expectRefused(organizer, path, 'BUNDLE_INVALID', `${name} is too long`);
  });
});

/** A signed bundle of reviews with one file of zeros, mostly a hole on disk. */
function sparseBundle(machine: Machine, review: string, zeros: number): string {
  const parts = takeApart(review);
  const big = 'data/reviews/r-ffffffffffffffff.json';
  parts.files.set(big, Buffer.alloc(zeros));
  resign(parts, machine.identity);
  const path = join(machine.folder, 'large.referee');
  const fd = openSync(path, 'w');
  const entries: ZipEntry[] = [];
  for (const [name, data] of [...parts.files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const previous = entries.at(-1);
    const offset = previous === undefined ? 0 : endOffset(previous);
    const entry = { name: `${parts.base}/${name}`, sizeBytes: data.length, crc32: crc32(data), offset };
    writeSync(fd, localHeader(entry), 0, undefined, offset);
    if (name !== big) writeSync(fd, data, 0, data.length, dataOffset(entry));
    entries.push(entry);
  }
  const end = endOffset(entries.at(-1) as ZipEntry);
  const directory = Buffer.concat(entries.map(centralHeader));
  writeSync(fd, directory, 0, directory.length, end);
  writeSync(fd, endRecord(entries.length, directory.length, end), 0, 22, end + directory.length);
  closeSync(fd);
  return path;
}

it('a bundle of reviews above 256 MiB is refused, though it is whole and signed', { timeout: 60_000 }, () => {
  const { organizer, ada, review } = makeScene();
  const path = sparseBundle(ada, review, 256 << 20);
  expectRefused(organizer, path, 'BUNDLE_TOO_LARGE', '256 MiB');
});

it('a signed bundle of 20,000 reviews of nothing is refused at the first', { timeout: 60_000 }, () => {
  const { organizer, ada, craft } = makeCraft();
  const path = craft((parts) => {
    for (let index = 0; index < 20_000; index += 1)
      parts.files.set(`data/reviews/r-${index.toString(16).padStart(16, '0')}.json`, Buffer.from('{}'));
    resign(parts, ada.identity);
  });
  const before = process.cpuUsage();
  expectRefused(organizer, path, 'BUNDLE_INVALID', 'data/reviews/');
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
});

it('the same bundle given 1,000 times comes in once', { timeout: 120_000 }, () => {
  const { organizer, review } = makeScene();
  const { rows } = importAll(organizer, ...Array.from({ length: 1_000 }, () => review));
  expect(rows.map(({ outcome }) => outcome)).toEqual([
    'added',
    ...Array.from({ length: 999 }, () => 'already'),
  ]);
});

it(
  'of 1,000 bundles of which 100 are bad, 900 come in and 100 are named with their reasons',
  {
    timeout: 300_000,
  },
  () => {
    const { organizer, ada, review } = makeScene();
    const folder = tempFolder();
    const paths = Array.from({ length: 1_000 }, (_, index) => {
      const parts = takeApart(review);
      resign(parts, ada.identity, () => ({ sequence: index + 1 }));
      if (index % 10 === 0) parts.files.set(SIGNATURE, Buffer.alloc(64, index));
      return pack(join(folder, `${digits(index)}.referee`), parts);
    });
    const { rows } = importAll(organizer, ...paths);
    const refused = rows.filter(({ outcome }) => outcome === 'refused');
    expect(refused).toHaveLength(100);
    expect(refused.every(({ error }) => error?.code === 'BUNDLE_FORGED')).toBe(true);
    expect(refused.map(({ fileName }) => fileName)).toEqual(
      Array.from({ length: 100 }, (_, index) => `${digits(index * 10)}.referee`),
    );
    expect(rows.filter(({ outcome }) => outcome === 'added' || outcome === 'already')).toHaveLength(900);
  },
);
