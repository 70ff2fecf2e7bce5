import { toCanonicalBytes } from '@main/bundle/canonical-json';
import type { Identity } from '@main/bundle/keys';
import { HEADER_PATH } from '@main/bundle/payload';
import {
  fileOf,
  remakeManifests,
  remakeTagManifest,
  resign,
  signAsIs,
  type Parts,
} from '../support/craft-bundle';
import { rawZip, type RawArchive, type RawEntry } from '../support/raw-zip';
import { entriesOf } from '../conformance/make/material';
import { mutateBytes } from './mutate-bytes';
import { mutateJson } from './mutate-json';
import type { Random } from './random';

/** Who made a mutant: somebody without a key, with a key that nobody knows, or the author with a faithless program. */
export type Maker = 'nobody' | 'stranger' | 'author';

/** A mutant and whose key signed it anew. */
export interface Mutant {
  readonly bytes: Buffer;
  readonly maker: Maker;
}

/** What whoever mutates a bundle has at hand. */
export interface Tools {
  readonly author: Identity;
  readonly stranger: Identity;
  /** Other bundles to take things from. */
  readonly others: readonly Parts[];
  readonly random: Random;
}

const NAMES = [
  'data/x',
  '../x',
  'data/bundle.json',
  'DATA/bundle.json',
  'fetch.txt',
  'data/a/b/c/d/e/f/g',
  'nul',
];

/** One change to the files of a bundle. */
function changeFiles(parts: Parts, { random, others }: Tools): void {
  const names = [...parts.files.keys()];
  const payload = names.filter((name) => name.startsWith('data/'));
  const name = random.pick(random.oneIn(3) ? names : payload);
  const file = fileOf(parts, name);
  switch (random.below(10)) {
    case 0:
      parts.files.delete(name);
      break;
    case 1:
      parts.files.set(random.pick(NAMES), file);
      break;
    case 2:
      parts.files.delete(name);
      parts.files.set(random.pick([...NAMES, name.toUpperCase(), `${name}.`, `data/${name}`]), file);
      break;
    case 3: {
      const other = random.pick(others);
      const theirs = random.pick([...other.files.keys()]);
      parts.files.set(random.oneIn(2) ? name : theirs, fileOf(other, theirs));
      break;
    }
    case 4:
      parts.files.set(name, mutateBytes(file, random, [fileOf(random.pick(others), HEADER_PATH)]));
      break;
    case 5:
    case 6:
      parts.files.set(name, changeLetter(file, random));
      break;
    default:
      changeJson(parts, name, file, random);
  }
}

/** One letter or digit in the place of another: still the same size, mostly still JSON, often still its schema. */
function changeLetter(file: Buffer, random: Random): Buffer {
  const copy = Buffer.from(file);
  const from = random.below(Math.max(1, copy.length));
  const at = copy.findIndex((byte, index) => index >= from && /[a-z0-9]/.test(String.fromCodePoint(byte)));
  if (at >= 0) copy.writeUInt8(random.pick(Buffer.from('0123456789abcdef').toJSON().data), at);
  return copy;
}

function changeJson(parts: Parts, name: string, file: Buffer, random: Random): void {
  if (!name.endsWith('.json')) return;
  try {
    const value = mutateJson(JSON.parse(file.toString()), random);
    const text = random.oneIn(8) ? JSON.stringify(value, null, 1) : toCanonicalBytes(value);
    parts.files.set(name, Buffer.from(text));
  } catch {
    // What an earlier change has made no JSON, or has no canonical form, stays as it is.
  }
}

/** Makes as much right again as somebody can; answers who that is. */
function mend(parts: Parts, { random, author, stranger }: Tools): Maker {
  const identity = random.oneIn(3) ? stranger : author;
  const maker: Maker = identity === stranger ? 'stranger' : 'author';
  switch (random.below(12)) {
    case 0:
    case 1:
      return 'nobody';
    case 2:
      remakeManifests(parts);
      return 'nobody';
    case 3:
      // All of it made right in the author's name, but for the signature.
      resign(parts, { ...author, privatePem: stranger.privatePem });
      return 'nobody';
    case 4:
      remakeTagManifest(parts);
      signAsIs(parts, identity);
      return maker;
    case 5:
      remakeManifests(parts);
      signAsIs(parts, identity);
      return maker;
    default:
      resign(parts, identity, () =>
        random.oneIn(3)
          ? (mutateJson({ sequence: 2, venueRevision: 1, supersedes: [] }, random) as object)
          : {},
      );
      return maker;
  }
}

function lieInHeaders(entry: RawEntry, random: Random): RawEntry {
  const value = random.pick([0, 1, 8, 99, 0xffff, 0x800, 20]);
  const lie = random.pick<Partial<RawEntry>>([
    { flags: value },
    { method: value },
    { time: value },
    { date: value },
    { crc: value },
    { sizeBytes: value },
    { packedBytes: value },
    { sizeBytes: value, packedBytes: value },
    { attributes: value * 0x10000 },
    { madeBy: value },
    { extra: random.bytes(4) },
    { comment: random.bytes(3) },
    { offset: value },
    { after: random.bytes(5) },
    { name: random.bytes(8) },
  ]);
  return random.oneIn(3) ? { ...entry, local: { name: entry.name, ...lie } } : { ...entry, ...lie };
}

function packAnyhow(parts: Parts, random: Random): Buffer {
  let entries = entriesOf(parts);
  if (!random.oneIn(6)) return rawZip(entries);
  const at = random.below(entries.length);
  switch (random.below(5)) {
    case 0:
      entries = entries.toSpliced(at, 0, random.pick(entries));
      break;
    case 1:
      entries = entries.toReversed();
      break;
    case 2:
      entries = [...entries.slice(at), ...entries.slice(0, at)];
      break;
    case 3:
      return rawZip(entries, lieAround(random));
    default:
      entries = entries.map((entry, index) => (index === at ? lieInHeaders(entry, random) : entry));
  }
  return rawZip(entries);
}

function lieAround(random: Random): RawArchive {
  const bytes = random.bytes(1 + random.below(30));
  return random.pick<RawArchive>([
    { prefix: bytes },
    { suffix: bytes },
    { beforeDirectory: bytes },
    { comment: bytes },
    { count: random.pick([0, 1, 7, 60_000, 0xffff]) },
    { directoryBytes: random.pick([0, 46, 1 << 28, 0xffff_ffff]) },
    { directoryOffset: random.pick([0, 30, 1 << 28, 0xffff_ffff]) },
    { disk: 1 },
  ]);
}

/** A bundle changed by somebody who knows what a bundle is. The parts are used up. */
export function mutateStructure(parts: Parts, tools: Tools): Mutant {
  const { random } = tools;
  const times = random.pick([0, 1, 1, 1, 2]);
  let maker: Maker = 'nobody';
  for (let done = 0; done < times; done += 1) changeFiles(parts, tools);
  try {
    maker = mend(parts, tools);
  } catch {
    // A bundle without what mending needs is as good a mutant.
    maker = 'author';
  }
  if (random.oneIn(12)) parts.base = random.pick(['b', `b-${'0'.repeat(32)}`, '..', 'a/b']);
  return { bytes: packAnyhow(parts, random), maker };
}
