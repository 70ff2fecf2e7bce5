import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { timed, type Measured } from '../../tasks/measure';
import { listArchive, readChunks, type BareEntry } from './archive';
import { checkTags, requireEntry, stripBase } from './bundle';

/**
 * Imports bundles with as little as can be done for the same promise: every byte is read once and checked by CRC-32 and
 * SHA-256, the signature is checked, JSON is parsed, a PDF is on disk under its final name before the one transaction
 * (`synchronous=FULL`) that speaks of it. Nothing is checked for form or sense.
 */
export function importBare(input: { readonly folder: string; readonly paths: readonly string[] }): Measured {
  const blobs = join(input.folder, 'blobs');
  mkdirSync(blobs, { recursive: true });
  const db = new Database(join(input.folder, 'bare.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    `CREATE TABLE bundles (name TEXT PRIMARY KEY, header TEXT NOT NULL) STRICT;
     CREATE TABLE files (bundle TEXT NOT NULL, path TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (bundle, path)) STRICT`,
  );
  const saveBundle = db.prepare('INSERT INTO bundles VALUES (?, ?)');
  const saveFile = db.prepare('INSERT INTO files VALUES (?, ?, ?)');
  const save = db.transaction((path: string, files: ReadonlyMap<string, unknown>) => {
    saveBundle.run(path, JSON.stringify(files.get('data/bundle.json')));
    for (const [name, value] of files) {
      if (name !== 'data/bundle.json') saveFile.run(path, name, JSON.stringify(value));
    }
  });
  try {
    return timed(() => {
      for (const path of input.paths) save.immediate(path, readBundle(path, blobs));
    });
  } finally {
    db.close();
  }
}

/** Checks a bundle, stores its PDFs and answers its JSON files. */
function readBundle(path: string, blobs: string): ReadonlyMap<string, unknown> {
  const fd = openSync(path, 'r');
  try {
    const entries = stripBase(listArchive(fd, fstatSync(fd).size));
    const files = new Map<string, unknown>();
    for (const [name, digest] of checkTags(fd, entries)) {
      const entry = requireEntry(entries, name);
      if (name.endsWith('.pdf')) storePdf(fd, entry, digest, blobs);
      else files.set(name, readJson(fd, entry, digest));
    }
    return files;
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
