import { deflateRawSync } from 'node:zlib';
import type { RawArchive, RawEntry } from '../../support/raw-zip';
import { rawZip } from '../../support/raw-zip';
import { entriesOf, golden, takeGolden, type Case } from './material';

const review = entriesOf(takeGolden('review.referee'));
const whole = golden('review.referee');
const base = String(review[0]?.name).split('/')[0] ?? '';

/** The archive with its first entry changed. */
const withFirst = (change: (entry: RawEntry) => RawEntry): Buffer =>
  rawZip(review.map((entry, index) => (index === 0 ? change(entry) : entry)));

/** The archive with one more entry, in its place. */
const withName = (name: string | Buffer): Buffer =>
  rawZip(
    [...review, { name, data: Buffer.from('x') }].toSorted((a, b) =>
      Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)),
    ),
  );

const around = (archive: RawArchive): Buffer => rawZip(review, archive);

/** The records that a zip64 archive ends with before its end record, of these entries. */
function zip64Records(): Buffer {
  const record = Buffer.alloc(56);
  record.write('PK\u0006\u0006', 0, 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(review.length), 24);
  record.writeBigUInt64LE(BigInt(review.length), 32);
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 0, 'latin1');
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator]);
}

/** What stands before the end record, moved on by bytes that the directory's size does not count. */
function beforeEndRecord(bytes: Buffer): Buffer {
  return Buffer.concat([whole.subarray(0, -22), bytes, whole.subarray(-22)]);
}

const compressed = (entry: RawEntry): RawEntry => {
  const packed = deflateRawSync(entry.data ?? Buffer.alloc(0));
  return { ...entry, method: 8, data: packed, sizeBytes: entry.data?.length ?? 0 };
};

type Row = readonly [file: string, rule: string, verdict: Case['verdict'], why: string, bytes: Buffer];

const NO = 'BUNDLE_NOT_A_BUNDLE';
const DAMAGED = 'BUNDLE_DAMAGED';
const rows: readonly Row[] = [
  ['empty', 'zip.file', NO, 'a file of no bytes', Buffer.alloc(0)],
  ['pdf', 'zip.file', NO, 'a PDF', Buffer.from('%PDF-1.7\n')],
  ['no-entries', 'zip.file', NO, 'an archive without entries', rawZip([])],
  ['deflated', 'zip.stored', NO, 'an entry is deflated', withFirst(compressed)],
  [
    'unknown-method',
    'zip.stored',
    NO,
    'an entry has method 99',
    withFirst((entry) => ({ ...entry, method: 99 })),
  ],
  ['encrypted-entry', 'zip.plain', NO, 'flag 0, encryption', withFirst((entry) => ({ ...entry, flags: 1 }))],
  [
    'data-descriptor',
    'zip.plain',
    NO,
    'flag 3, sizes follow',
    withFirst((entry) => ({ ...entry, flags: 8 })),
  ],
  [
    'utf8-flag',
    'zip.plain',
    NO,
    'flag 11, names in UTF-8: all flags are zero',
    withFirst((entry) => ({ ...entry, flags: 0x800 })),
  ],
  [
    'extra-field',
    'zip.plain',
    NO,
    'an extra field',
    withFirst((entry) => ({ ...entry, extra: Buffer.from([1, 0, 0, 0]) })),
  ],
  [
    'entry-comment',
    'zip.plain',
    NO,
    'a comment on an entry',
    withFirst((entry) => ({ ...entry, comment: Buffer.from('x') })),
  ],
  [
    'archive-comment',
    'zip.end',
    'BUNDLE_TRUNCATED',
    'a comment on the archive',
    around({ comment: Buffer.from('hello') }),
  ],
  ['time', 'zip.fixed', NO, 'a time that is not zero', withFirst((entry) => ({ ...entry, time: 1 }))],
  ['date', 'zip.fixed', NO, 'a date that is not 1980', withFirst((entry) => ({ ...entry, date: 0x5a21 }))],
  ['made-by', 'zip.fixed', NO, 'made by MS-DOS', withFirst((entry) => ({ ...entry, madeBy: 0x0014 }))],
  [
    'symbolic-link',
    'zip.fixed',
    NO,
    'an entry is a symbolic link',
    withFirst((entry) => ({ ...entry, attributes: 0o120777 * 0x10000 })),
  ],
  [
    'executable',
    'zip.fixed',
    NO,
    'an entry has mode 0100755',
    withFirst((entry) => ({ ...entry, attributes: 0o100755 * 0x10000 })),
  ],
  ['out-of-order', 'zip.order', NO, 'entries in descending order', rawZip(review.toReversed())],
  ['same-name-twice', 'zip.order', NO, 'an entry twice', rawZip([...review.slice(0, 1), ...review])],
  [
    'prefix',
    'zip.contiguous',
    NO,
    'a shell script before the first entry',
    around({ prefix: Buffer.from('#!/bin/sh\n') }),
  ],
  [
    'archive-before',
    'zip.contiguous',
    NO,
    'a whole other archive before the first entry',
    around({ prefix: rawZip([{ name: 'a/b' }]) }),
  ],
  [
    'gap',
    'zip.contiguous',
    NO,
    'bytes between entries that no header speaks of',
    withFirst((entry) => ({ ...entry, after: Buffer.from('hidden') })),
  ],
  [
    'gap-before-directory',
    'zip.contiguous',
    DAMAGED,
    'bytes before the central directory',
    around({ beforeDirectory: Buffer.from('hidden') }),
  ],
  [
    'overlap',
    'zip.contiguous',
    NO,
    'an entry begins inside the one before',
    rawZip(review.map((entry, index) => (index === 1 ? { ...entry, offset: 40 } : entry))),
  ],
  [
    'same-bytes-twice',
    'zip.contiguous',
    NO,
    'two entries on the same bytes',
    rawZip(review.map((entry, index) => (index === 1 ? { ...entry, offset: 0 } : entry))),
  ],
  ['suffix', 'zip.end', 'BUNDLE_TRUNCATED', 'bytes after the end', around({ suffix: Buffer.from('junk') })],
  ['two-archives', 'zip.end', NO, 'a second archive after the first', Buffer.concat([whole, whole])],
  ['two-end-records', 'zip.end', NO, 'a second end record', Buffer.concat([whole, whole.subarray(-22)])],
  ['count-too-small', 'zip.end', DAMAGED, 'the end record counts one entry', around({ count: 1 })],
  ['count-too-large', 'zip.end', DAMAGED, 'the end record counts 60,000 entries', around({ count: 60_000 })],
  ['second-disk', 'zip.end', NO, 'a second disk', around({ disk: 1 })],
  [
    'directory-size-lies',
    'zip.end',
    NO,
    'the directory is said to be 256 MiB',
    around({ directoryBytes: 1 << 28 }),
  ],
  ['zip64-count', 'zip.no-zip64', DAMAGED, 'a count that points to zip64', around({ count: 0xffff })],
  [
    'zip64-size',
    'zip.no-zip64',
    NO,
    'sizes that point to zip64',
    withFirst((entry) => ({ ...entry, sizeBytes: 0xffff_ffff, packedBytes: 0xffff_ffff })),
  ],
  [
    'zip64-records',
    'zip.no-zip64',
    NO,
    'a zip64 end record and its locator',
    beforeEndRecord(zip64Records()),
  ],
  [
    'size-lies',
    'zip.headers',
    NO,
    'an entry is said to be a gigabyte',
    withFirst((entry) => ({ ...entry, sizeBytes: 1 << 30, packedBytes: 1 << 30 })),
  ],
  [
    'local-name-differs',
    'zip.headers',
    DAMAGED,
    'the local header has another name',
    withFirst((entry) => ({ ...entry, local: { name: `${base}/bag-info.txu` } })),
  ],
  [
    'local-method-differs',
    'zip.headers',
    DAMAGED,
    'the local header says deflated',
    withFirst((entry) => ({ ...entry, local: { name: entry.name, method: 8 } })),
  ],
  [
    'local-size-differs',
    'zip.headers',
    DAMAGED,
    'the local header has another size',
    withFirst((entry) => ({ ...entry, local: { name: entry.name, sizeBytes: 4 } })),
  ],
  [
    'local-checksum-differs',
    'zip.headers',
    DAMAGED,
    'the local header has another CRC-32',
    withFirst((entry) => ({ ...entry, local: { name: entry.name, crc: 7 } })),
  ],
  [
    'checksum-wrong',
    'zip.headers',
    DAMAGED,
    'both headers have a CRC-32 that is not that of the bytes',
    withFirst((entry) => ({ ...entry, crc: 7 })),
  ],
];

const names: readonly (readonly [file: string, what: string, name: string | Buffer])[] = [
  ['traversal', 'climbs out of its folder', `${base}/../../x`],
  ['absolute', 'is absolute', '/etc/passwd'],
  ['drive', 'names a drive', 'C:/x'],
  ['share', 'names a share', '//host/share/x'],
  ['backslash', 'has a backslash', `${base}\\x`],
  ['dot', 'has a dot part', `${base}/./x`],
  ['empty-part', 'has an empty part', `${base}//x`],
  ['none', 'is empty', ''],
  ['folder', 'is a folder', `${base}/data/`],
  ['hidden', 'is hidden', `${base}/.x`],
  ['nul', 'holds NUL', `${base}/x\0.txt`],
  ['control', 'holds ESC', `${base}/x\u001b[2J`],
  ['colon', 'holds a colon', `${base}/x:y`],
  ['trailing-dot', 'ends in a dot', `${base}/x.`],
  ['trailing-space', 'ends in a space', `${base}/x `],
  ['device', 'is a device of Windows', `${base}/nul.txt`],
  ['right-to-left', 'turns the direction of writing', `${base}/x\u202etxt.exe`],
  ['zero-width', 'has a character without width', `${base}/x\u200b`],
  ['not-ascii', 'is not ASCII', `${base}/é`],
  ['not-utf8', 'is not UTF-8', Buffer.concat([Buffer.from(`${base}/`), Buffer.from([0xff, 0xfe])])],
  ['too-long', 'has 201 characters', `${base}/${'x'.repeat(200 - base.length)}`],
  ['too-deep', 'has nine parts', `${base}/${'a/'.repeat(7)}x`],
  ['case-twins', 'differs from another in case only', `${base}/BAGIT.txt`],
  ['file-as-folder', 'lies in a folder that is also a file', `${base}/bagit.txt/x`],
];

/** Archives that are not of the one layout (layer 1). */
export function archiveCases(): readonly Case[] {
  const cut = (bytes: number): Buffer => whole.subarray(0, bytes);
  const truncations = [
    ['last-byte', whole.length - 1],
    ['end-record', whole.length - 22],
    ['half', whole.length >> 1],
    ['first-header', 4],
  ] as const;
  return [
    ...rows.map(([file, rule, verdict, why, bytes]) => ({
      file: bad('zip', file),
      rule,
      verdict,
      why,
      bytes,
    })),
    ...names.map(([file, what, name]) => ({
      file: bad('zip-name', file),
      rule: 'zip.names',
      verdict: NO,
      why: `an entry’s name ${what}`,
      bytes: withName(name),
    })),
    ...truncations.map(([file, length]) => ({
      file: bad('zip-cut', file),
      rule: 'zip.end',
      verdict: 'BUNDLE_TRUNCATED' as const,
      why: `the first ${length} of its ${whole.length} bytes`,
      bytes: cut(length),
    })),
  ] as readonly Case[];
}

/** The path of a bad file. */
export function bad(group: string, name: string): string {
  return `bad/${group}-${name}.referee`;
}
