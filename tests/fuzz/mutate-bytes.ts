import type { Random } from './random';

type Mutation = (bytes: Buffer, random: Random, others: readonly Buffer[]) => Buffer;

/** Numbers at the edges of what headers can say. */
const EDGES = [0, 1, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 8, 64, 20, 30, 46, 22];

const place = (bytes: Buffer, random: Random): number => {
  // Headers stand at the ends and are small: half of all places are there.
  if (random.oneIn(2)) return random.below(bytes.length);
  const near = random.below(Math.min(bytes.length, 1_500));
  return random.oneIn(2) ? near : bytes.length - 1 - near;
};

const range = (bytes: Buffer, random: Random): readonly [number, number] => {
  const from = place(bytes, random);
  const length = 1 + random.below(random.pick([4, 32, 512, bytes.length]));
  return [from, Math.min(bytes.length, from + length)];
};

const mutations: readonly Mutation[] = [
  // One bit.
  (bytes, random) => {
    const at = place(bytes, random);
    const copy = Buffer.from(bytes);
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << random.below(8)), at);
    return copy;
  },
  // A byte set to anything.
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(random.below(256), place(bytes, random));
    return copy;
  },
  // A field set to an edge.
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    const edge = random.pick(EDGES);
    const width = random.pick([2, 4]);
    const at = Math.min(place(bytes, random), bytes.length - width);
    if (at < 0) return copy;
    copy.writeUIntLE(width === 2 ? edge & 0xffff : edge, at, width);
    return copy;
  },
  // The end cut off, or the beginning.
  (bytes, random) => bytes.subarray(0, place(bytes, random)),
  (bytes, random) => bytes.subarray(place(bytes, random)),
  // A range taken out, filled with zeros, or there twice.
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.from(bytes).fill(0, from, to);
  },
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  // Bytes put in.
  (bytes, random) => {
    const at = place(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), random.bytes(1 + random.below(40)), bytes.subarray(at)]);
  },
  // A range of another bundle in the place of one of this.
  (bytes, random, others) => {
    const [from, to] = range(bytes, random);
    const other = random.pick(others);
    const start = random.below(other.length);
    const middle = other.subarray(start, random.oneIn(2) ? start + (to - from) : undefined);
    return Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(to)]);
  },
  // Two ranges exchanged.
  (bytes, random) => {
    const [a, b, c] = [place(bytes, random), place(bytes, random), place(bytes, random)].toSorted(
      (one, other) => one - other,
    ) as [number, number, number];
    return Buffer.concat([
      bytes.subarray(0, a),
      bytes.subarray(b, c),
      bytes.subarray(a, b),
      bytes.subarray(c),
    ]);
  },
];

/** A file changed in one to three places, knowing nothing of what it is. */
export function mutateBytes(bytes: Buffer, random: Random, others: readonly Buffer[]): Buffer {
  let mutant = bytes;
  const times = random.pick([1, 1, 1, 2, 3]);
  for (let done = 0; done < times && mutant.length > 0; done += 1) {
    mutant = random.pick(mutations)(mutant, random, others);
  }
  return mutant;
}
