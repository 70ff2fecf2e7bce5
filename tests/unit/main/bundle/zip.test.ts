import { closeSync, ftruncateSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '@main/bundle/bag';
import { readerOfBytes, readerOfFile } from '@main/bundle/bytes';
import type { EntryContent } from '@main/bundle/entry-content';
import { MAX_NAME_LENGTH } from '@main/bundle/zip-format';
import { endsAsArchive, readEntry, readZip, streamEntry, type ZipError } from '@main/bundle/zip-reader';
import { archiveBytes, writeZip } from '@main/bundle/zip-writer';
import { rawZip, type RawArchive, type RawEntry } from '../../../support/raw-zip';
import { tempFolder } from '../../../support/temp';

const a: RawEntry = { name: 'bag/a.txt', data: Buffer.from('alpha') };
const b: RawEntry = { name: 'bag/b.txt', data: Buffer.from('beta') };

/** Reads an archive whole: its entries and every byte of them. */
function readAll(bytes: Buffer): string[] {
  const archive = readerOfBytes(bytes);
  return readZip(archive).map((entry) => `${entry.name}=${readEntry(archive, entry).toString()}`);
}

/** How an archive is refused, or `read` when it is not. */
function refusal(bytes: Buffer): string {
  try {
    readAll(bytes);
    return 'read';
  } catch (error) {
    return (error as ZipError).kind ?? String(error);
  }
}

function written(contents: ReadonlyMap<string, EntryContent>): Buffer {
  const parts: Buffer[] = [];
  writeZip((chunk) => parts.push(Buffer.from(chunk)), contents);
  return Buffer.concat(parts);
}

describe('the ZIP reader', () => {
  it('reads the one layout, as the writer writes it', () => {
    expect(readAll(rawZip([a, b]))).toEqual(['bag/a.txt=alpha', 'bag/b.txt=beta']);
    const contents = new Map([a, b].map((entry) => [entry.name as string, { bytes: entry.data as Buffer }]));
    expect(written(contents)).toEqual(rawZip([a, b]));
  });

  const names: readonly (readonly [string, string | Buffer])[] = [
    ['climbs out of its folder', '../x'],
    ['climbs out half-way', 'bag/../../x'],
    ['is absolute', '/etc/passwd'],
    ['names a drive', 'C:/x'],
    ['names a share', '//host/share/x'],
    ['has a backslash', 'bag\\x'],
    ['has a dot part', 'bag/./x'],
    ['has an empty part', 'bag//x'],
    ['is empty', ''],
    ['is a folder', 'bag/'],
    ['is hidden', 'bag/.x'],
    ['holds NUL', 'bag/x\0.txt'],
    ['holds a control character', 'bag/x\n'],
    ['holds a colon', 'bag/x:y'],
    ['ends in a dot', 'bag/x.'],
    ['has a part that ends in a dot', 'bag./x'],
    ['ends in a space', 'bag/x '],
    ['turns the direction of writing', 'bag/x\u202etxt.exe'],
    ['has a character without width', 'bag/x\u200b'],
    ['is not ASCII', 'bag/é'],
    ['is not ASCII, decomposed', 'bag/e\u0301'],
    ['is not UTF-8', Buffer.from([0x62, 0xff, 0xfe])],
    ['is too long', `bag/${'x'.repeat(MAX_NAME_LENGTH)}`],
    ['is of more folders than any bundle has', `bag/${'a/'.repeat(7)}x`],
    ['is a device of Windows', 'bag/CON'],
    ['is a device of Windows with an extension', 'bag/nul.txt'],
    ['has a folder that is a device of Windows', 'bag/Com1/x'],
  ];
  it.each(names)('refuses a name that %s', (_what, name) => {
    expect(refusal(rawZip([{ ...a, name }]))).toBe('other-layout');
  });

  const entryLies: readonly (readonly [string, readonly RawEntry[], string])[] = [
    ['the same name twice', [a, a], 'other-layout'],
    ['names that differ in case only', [{ ...a, name: 'bag/A.txt' }, a], 'other-layout'],
    ['entries out of order', [b, a], 'other-layout'],
    ['a symbolic link', [{ ...a, attributes: 0o120777 * 0x10000 }], 'other-layout'],
    ['a device', [{ ...a, attributes: 0o060666 * 0x10000 }], 'other-layout'],
    ['a deflated entry', [{ ...a, method: 8 }], 'other-layout'],
    ['an unknown method', [{ ...a, method: 99 }], 'other-layout'],
    ['an encrypted entry', [{ ...a, flags: 1 }], 'other-layout'],
    ['a data descriptor', [{ ...a, flags: 8 }], 'other-layout'],
    ['a time that is not the fixed one', [{ ...a, time: 1 }], 'other-layout'],
    ['a date that is not the fixed one', [{ ...a, date: 0x5a21 }], 'other-layout'],
    ['a maker that is not the fixed one', [{ ...a, madeBy: 0x0014 }], 'other-layout'],
    ['an extra field', [{ ...a, extra: Buffer.from([1, 0, 0, 0]) }], 'other-layout'],
    ['a comment on an entry', [{ ...a, comment: Buffer.from('x') }], 'other-layout'],
    ['a zip64 size', [{ ...a, sizeBytes: 0xffffffff, packedBytes: 0xffffffff }], 'other-layout'],
    ['a size that lies', [{ ...a, sizeBytes: 50_000_000 }], 'other-layout'],
    [
      'both sizes lying beyond the file',
      [{ ...a, sizeBytes: 1 << 30, packedBytes: 1 << 30 }],
      'other-layout',
    ],
    ['a local name that differs', [{ ...a, local: { name: 'bag/z.txt' } }], 'damaged'],
    ['a local size that differs', [{ ...a, local: { name: a.name, sizeBytes: 4 } }], 'damaged'],
    ['a local method that differs', [{ ...a, local: { name: a.name, method: 8 } }], 'damaged'],
    ['a local checksum that differs', [{ ...a, local: { name: a.name, crc: 7 } }], 'damaged'],
    ['a local extra field', [{ ...a, local: { name: a.name, extra: Buffer.from([1, 0, 0, 0]) } }], 'damaged'],
    ['both checksums wrong', [{ ...a, crc: 7 }], 'damaged'],
    ['two entries on the same bytes', [a, { ...b, offset: 0 }], 'other-layout'],
    ['an entry that begins inside another', [a, { ...b, offset: 20 }], 'other-layout'],
    ['bytes between entries', [{ ...a, after: Buffer.from('hidden') }, b], 'other-layout'],
  ];
  it.each(entryLies)('refuses %s', (_what, entries, kind) => {
    expect(refusal(rawZip(entries))).toBe(kind);
  });

  const archiveLies: readonly (readonly [string, RawArchive, string])[] = [
    ['junk before the first entry', { prefix: Buffer.from('#!/bin/sh\n') }, 'not-a-zip'],
    ['a whole archive before the first entry', { prefix: rawZip([a]) }, 'other-layout'],
    ['junk after the end', { suffix: Buffer.from('junk') }, 'truncated'],
    ['an archive comment', { comment: Buffer.from('hello') }, 'truncated'],
    ['a second archive after the first', { suffix: rawZip([a]) }, 'other-layout'],
    ['a second end record', { suffix: rawZip([a]).subarray(-22) }, 'other-layout'],
    ['bytes before the directory', { beforeDirectory: Buffer.from('hidden') }, 'damaged'],
    ['too small a count', { count: 1 }, 'damaged'],
    ['too large a count', { count: 60_000 }, 'damaged'],
    ['a zip64 count', { count: 0xffff }, 'damaged'],
    ['a directory that is said to be longer', { directoryBytes: 1 << 28 }, 'other-layout'],
    ['a directory that is said to be elsewhere', { directoryOffset: 0 }, 'other-layout'],
    ['a second disk', { disk: 1 }, 'other-layout'],
  ];
  it.each(archiveLies)('refuses %s', (_what, archive, kind) => {
    expect(refusal(rawZip([a, b], archive))).toBe(kind);
  });

  it('refuses an archive without entries, an empty file, and files of other kinds', () => {
    expect(refusal(rawZip([]))).toBe('not-a-zip');
    expect(refusal(Buffer.alloc(0))).toBe('not-a-zip');
    expect(refusal(Buffer.from('PK'))).toBe('not-a-zip');
    expect(refusal(Buffer.from('%PDF-1.7\n'))).toBe('not-a-zip');
    expect(refusal(Buffer.from('PK\u0003\u0004', 'latin1'))).toBe('truncated');
  });

  it('refuses a file that is also a folder', () => {
    const folder: RawEntry = { name: 'bag/a.txt/b', data: Buffer.from('x') };
    expect(refusal(rawZip([a, folder]))).toBe('other-layout');
  });

  it('refuses every truncation', () => {
    const whole = rawZip([a, b]);
    const read = Array.from({ length: whole.length }, (_, length) => refusal(whole.subarray(0, length)));
    expect(new Set(read)).toEqual(new Set(['not-a-zip', 'truncated']));
  });

  it('refuses every single flipped bit', () => {
    const whole = rawZip([a, b]);
    const unnoticed: number[] = [];
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      if (refusal(flipped) === 'read') unnoticed.push(bit);
    }
    expect(unnoticed).toEqual([]);
  });

  it('refuses a file of more than 4 GiB before it reads any of it', () => {
    const path = join(tempFolder(), 'huge.zip');
    const fd = openSync(path, 'w+');
    ftruncateSync(fd, 0x1_0000_0000);
    expect(() => readZip(readerOfFile(fd))).toThrow('larger than 4 GiB');
    closeSync(fd);
  });

  it('notices a file that shrinks while it is read', () => {
    const path = join(tempFolder(), 'shrinking.zip');
    const data = Buffer.alloc(3 << 20, 7);
    writeFileSync(path, rawZip([{ name: 'bag/a.txt', data }]));
    const fd = openSync(path, 'r+');
    const archive = readerOfFile(fd);
    const [entry] = readZip(archive);
    const read = (): void => {
      streamEntry(archive, entry as NonNullable<typeof entry>, () => {
        ftruncateSync(fd, 100);
      });
    };
    expect(read).toThrow('its end is missing');
    closeSync(fd);
  });
});

describe('the ZIP writer', () => {
  it('sorts its entries, so that the order they are given in does not show', () => {
    const one = { bytes: Buffer.from('1') };
    expect(
      written(
        new Map([
          ['bag/b', one],
          ['bag/a', one],
        ]),
      ),
    ).toEqual(
      written(
        new Map([
          ['bag/a', one],
          ['bag/b', one],
        ]),
      ),
    );
  });

  it('copies files of several chunks and of none', () => {
    const folder = tempFolder();
    const big = Buffer.alloc((2 << 20) + 17, 'referee');
    const contents = new Map([
      ['bag/big', fileOf(join(folder, 'big'), big)],
      ['bag/none', fileOf(join(folder, 'none'), Buffer.alloc(0))],
    ]);
    const bytes = written(contents);
    expect(bytes.equals(rawZip([{ name: 'bag/big', data: big }, { name: 'bag/none' }]))).toBe(true);
    expect(archiveBytes(contents)).toBe(bytes.length);
  });

  it.each([
    ['shorter', '1234'],
    ['longer', '123456'],
    ['another of the same length', '12346'],
  ])('stops when a file has become %s, and names it', (_how, now) => {
    const path = join(tempFolder(), 'changed.pdf');
    const content = fileOf(path, Buffer.from('12345'));
    writeFileSync(path, now);
    expect(() => written(new Map([['bag/x', content]]))).toThrow(`${path} changed while it was read`);
  });

  /** Changes a file as soon as anything is written. */
  function writeWhileChanging(path: string, before: Buffer, after: Buffer): Buffer {
    const parts: Buffer[] = [];
    const contents = new Map([['bag/x', fileOf(path, before)]]);
    writeZip((chunk) => {
      if (parts.length === 0) writeFileSync(path, after);
      parts.push(Buffer.from(chunk));
    }, contents);
    return Buffer.concat(parts);
  }

  it('stops when a large file changes between its checksum and its bytes', () => {
    const path = join(tempFolder(), 'changing.pdf');
    const before = Buffer.alloc((8 << 20) + 1, '5');
    const after = Buffer.concat([before.subarray(1), Buffer.from('6')]);
    expect(() => writeWhileChanging(path, before, after)).toThrow(`${path} changed while it was read`);
  });

  it('writes a small file as it was checked, whatever becomes of it meanwhile', () => {
    const path = join(tempFolder(), 'changing.pdf');
    const archive = writeWhileChanging(path, Buffer.from('12345'), Buffer.from('12346'));
    expect(archive).toEqual(written(new Map([['bag/x', { bytes: Buffer.from('12345') }]])));
  });

  it('stops when a file is gone, and names it', () => {
    const path = join(tempFolder(), 'gone.pdf');
    const content = fileOf(path, Buffer.from('12345'));
    rmSync(path);
    expect(() => written(new Map([['bag/x', content]]))).toThrow(`${path} cannot be read`);
  });

  it('refuses to write a name that no reader would take', () => {
    expect(() => written(new Map([['bag/../x', { bytes: Buffer.alloc(0) }]]))).toThrow('not a name');
  });

  it('refuses to write more than 4 GiB before it has written or read any of it', () => {
    const path = join(tempFolder(), 'never-opened');
    const content = { path, sizeBytes: 0xffff_ffff, sha256: sha256Of(Buffer.alloc(0)) };
    expect(() => written(new Map([['bag/x', content]]))).toThrow('larger than 4 GiB');
  });
});

describe('the end of an archive', () => {
  it('is known though one bit in it is wrong, and not where bytes are missing', () => {
    const whole = rawZip([a, b]);
    for (let bit = (whole.length - 22) * 8; bit < whole.length * 8; bit += 1) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(endsAsArchive(flipped)).toBe(true);
    }
    const cut = Array.from({ length: whole.length }, (_, length) => endsAsArchive(whole.subarray(0, length)));
    expect(cut.filter(Boolean)).toHaveLength(0);
  });
});

/** Writes a file and says what it is, as the blobs of a store do. */
function fileOf(path: string, bytes: Buffer): EntryContent {
  writeFileSync(path, bytes);
  return { path, sizeBytes: bytes.length, sha256: sha256Of(bytes) };
}
