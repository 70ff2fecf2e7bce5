import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { timed, type Measured } from '../../tasks/measure';
import { listArchive, readAt, readChunks, type BareEntry } from './archive';
import { checkTags, requireEntry, stripBase } from './bundle';

/**
 * Imports bundles with as little as can be done for the same promise: every byte is read once and checked by CRC-32 and
 * SHA-256, the signature is checked, JSON is parsed, a PDF is on disk under its final name before the one transaction
 * (`synchronous=FULL`) that speaks of it, a bundle without PDFs is kept as it came, and the same bundle or file would be known again by its id or digest. Nothing is
 * checked for form or sense.
 */
export function importBare(input: { readonly folder: string; readonly paths: readonly string[] }): Measured {
  const blobs = join(input.folder, 'blobs');
  mkdirSync(blobs, { recursive: true });
  const db = new Database(join(input.folder, 'bare.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    `CREATE TABLE bundles (id TEXT PRIMARY KEY, header TEXT NOT NULL, bytes BLOB) STRICT;
     CREATE TABLE files (sha256 TEXT PRIMARY KEY, bundle TEXT NOT NULL, path TEXT NOT NULL, json TEXT NOT NULL) STRICT`,
  );
  const saveBundle = db.prepare('INSERT INTO bundles VALUES (?, ?, ?)');
  const saveFile = db.prepare('INSERT INTO files VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const save = db.transaction(({ id, header, bytes, files }: BareBundle) => {
    saveBundle.run(id, JSON.stringify(header), bytes);
    for (const { digest, name, value } of files) saveFile.run(digest, id, name, JSON.stringify(value));
  });
  try {
    return timed(() => {
      for (const path of input.paths) save.immediate(readBundle(path, blobs));
    });
  } finally {
    db.close();
  }
}

interface BareBundle {
  readonly id: string;
  readonly header: unknown;
  /** The whole bundle, which must be able to travel on; null for one with PDFs, which need not. */
  readonly bytes: Buffer | null;
  readonly files: readonly { readonly digest: string; readonly name: string; readonly value: unknown }[];
}

/** Checks a bundle, stores its PDFs and answers its JSON files. */
function readBundle(path: string, blobs: string): BareBundle {
  const fd = openSync(path, 'r');
  try {
    const sizeBytes = fstatSync(fd).size;
    const listed = listArchive(fd, sizeBytes);
    const entries = stripBase(listed);
    const files: BareBundle['files'][number][] = [];
    let header: unknown;
    for (const [name, digest] of checkTags(fd, entries)) {
      const entry = requireEntry(entries, name);
      if (name === 'data/bundle.json') header = readJson(fd, entry, digest);
      else if (name.endsWith('.pdf')) storePdf(fd, entry, digest, blobs);
      else files.push({ digest, name, value: readJson(fd, entry, digest) });
    }
    const hasPdfs = listed.some(({ name }) => name.endsWith('.pdf'));
    const bytes = hasPdfs ? null : readAt(fd, 0, sizeBytes);
    return { id: listed[0]?.name.split('/', 1)[0] ?? '', header, bytes, files };
  } finally {
    closeSync(fd);
  }
}

function readJson(fd: number, entry: BareEntry, digest: string): unknown {
  const hash = createHash('sha256');
  const parts: Buffer[] = [];
  readChunks(fd, entry, (chunk) => {
    hash.update(chunk);
    parts.push(Buffer.from(chunk));
  });
  demand(hash.digest('hex') === digest, entry);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

function storePdf(fd: number, entry: BareEntry, digest: string, blobs: string): void {
  const unfinished = join(blobs, `unfinished-${digest}`);
  const target = openSync(unfinished, 'wx');
  const hash = createHash('sha256');
  readChunks(fd, entry, (chunk) => {
    hash.update(chunk);
    writeSync(target, chunk);
  });
  demand(hash.digest('hex') === digest, entry);
  fsyncSync(target);
  closeSync(target);
  renameSync(unfinished, join(blobs, digest));
  const folder = openSync(blobs, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function demand(holds: boolean, entry: BareEntry): void {
  if (!holds) throw new Error(`${entry.name} is damaged`);
}
