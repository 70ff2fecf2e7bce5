import { createHash, createPublicKey, verify } from 'node:crypto';
import { readWhole, type BareEntry } from './archive';

/** Entries by their names inside the one base directory. */
export type Entries = ReadonlyMap<string, BareEntry>;

/** The entries without their base directory. */
export function stripBase(entries: readonly BareEntry[]): Entries {
  return new Map(entries.map((entry) => [entry.name.slice(entry.name.indexOf('/') + 1), entry]));
}

/** The entry of a name. */
export function requireEntry(entries: Entries, name: string): BareEntry {
  const entry = entries.get(name);
  if (entry === undefined) throw new Error(`there is no ${name}`);
  return entry;
}

/** Checks the signature and the tag files, and answers the digests of the payload by path. */
export function checkTags(fd: number, entries: Entries): ReadonlyMap<string, string> {
  const read = (name: string): Buffer => readWhole(fd, requireEntry(entries, name));
  const tags = read('tagmanifest-sha256.txt');
  const key = createPublicKey(read('signer.pem'));
  if (!verify(null, tags, key, read('tagmanifest-sha256.txt.sig'))) throw new Error('the signature is wrong');
  for (const [name, digest] of parseLines(tags)) {
    if (createHash('sha256').update(read(name)).digest('hex') !== digest)
      throw new Error(`${name} is damaged`);
  }
  return parseLines(read('manifest-sha256.txt'));
}

function parseLines(bytes: Buffer): ReadonlyMap<string, string> {
  const lines = bytes.toString('utf8').split('\n').slice(0, -1);
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}
