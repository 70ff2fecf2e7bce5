import { crc32 } from 'node:zlib';

/** An entry as a hostile writer may write it: every header field may be a lie. Without lies it is a bundle's. */
export interface RawEntry {
  readonly name: string | Buffer;
  readonly data?: Buffer;
  readonly flags?: number;
  readonly method?: number;
  readonly time?: number;
  readonly date?: number;
  readonly crc?: number;
  readonly packedBytes?: number;
  readonly sizeBytes?: number;
  readonly attributes?: number;
  readonly madeBy?: number;
  readonly extra?: Buffer;
  readonly comment?: Buffer;
  /** Written to the central directory instead of where the entry is. */
  readonly offset?: number;
  /** Changes that only the local header has. */
  readonly local?: Omit<RawEntry, 'local'>;
  /** Bytes after the data that no header speaks of. */
  readonly after?: Buffer;
}

/** What stands around the entries. */
export interface RawArchive {
  readonly prefix?: Buffer;
  readonly suffix?: Buffer;
  readonly beforeDirectory?: Buffer;
  readonly comment?: Buffer;
  readonly count?: number;
  readonly directoryBytes?: number;
  readonly directoryOffset?: number;
  readonly disk?: number;
}

const NONE = Buffer.alloc(0);

/** A ZIP file of these entries, in this order. */
export function rawZip(entries: readonly RawEntry[], archive: RawArchive = {}): Buffer {
  const parts: Buffer[] = [archive.prefix ?? NONE];
  const directory: Buffer[] = [];
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  for (const entry of entries) {
    const offset = length();
    const data = entry.data ?? NONE;
    parts.push(localHeader({ ...entry, ...entry.local }, data), data, entry.after ?? NONE);
    directory.push(centralHeader(entry, data, entry.offset ?? offset));
  }
  parts.push(archive.beforeDirectory ?? NONE);
  const central = Buffer.concat(directory);
  const directoryOffset = length();
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(archive.disk ?? 0, 4);
  end.writeUInt16LE(archive.count ?? entries.length, 8);
  end.writeUInt16LE(archive.count ?? entries.length, 10);
  end.writeUInt32LE(archive.directoryBytes ?? central.length, 12);
  end.writeUInt32LE(archive.directoryOffset ?? directoryOffset, 16);
  end.writeUInt16LE(archive.comment?.length ?? 0, 20);
  return Buffer.concat([...parts, central, end, archive.comment ?? NONE, archive.suffix ?? NONE]);
}

function common(entry: RawEntry, data: Buffer, name: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(entry.flags ?? 0, 2);
  fields.writeUInt16LE(entry.method ?? 0, 4);
  fields.writeUInt16LE(entry.time ?? 0, 6);
  fields.writeUInt16LE(entry.date ?? 0x21, 8);
  fields.writeUInt32LE(entry.crc ?? crc32(data), 10);
  fields.writeUInt32LE(entry.packedBytes ?? data.length, 14);
  fields.writeUInt32LE(entry.sizeBytes ?? data.length, 18);
  fields.writeUInt16LE(name.length, 22);
  fields.writeUInt16LE(entry.extra?.length ?? 0, 24);
  return fields;
}

function localHeader(entry: RawEntry, data: Buffer): Buffer {
  const name = Buffer.from(entry.name);
  return Buffer.concat([
    Buffer.from('PK\u0003\u0004', 'latin1'),
    common(entry, data, name),
    name,
    entry.extra ?? NONE,
  ]);
}

function centralHeader(entry: RawEntry, data: Buffer, offset: number): Buffer {
  const name = Buffer.from(entry.name);
  const head = Buffer.alloc(6);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(entry.madeBy ?? 0x0314, 4);
  const tail = Buffer.alloc(14);
  tail.writeUInt16LE(entry.comment?.length ?? 0, 0);
  tail.writeUInt32LE(entry.attributes ?? 0o100644 * 0x10000, 6);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([
    head,
    common(entry, data, name),
    tail,
    name,
    entry.extra ?? NONE,
    entry.comment ?? NONE,
  ]);
}
