import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { AgeError } from '@main/bundle/age/age-error';
import type { AgeIdentity } from '@main/bundle/age/age-keys';
import { openAgeFile } from '@main/bundle/age/age-reader';
import { startAgeFile } from '@main/bundle/age/age-writer';
import { encodeArmor } from '@main/bundle/age/armor';
import { prepareCipher } from '@main/bundle/age/cipher';
import { CHUNK_BYTES, SEALED_CHUNK_BYTES } from '@main/bundle/age/payload-chunks';
import { readBytes, readerOfBytes, type ByteReader } from '@main/bundle/bytes';
import { decrypt, encrypt, makeAgeIdentity, payloadStart } from '../../../../support/age-files';

let ada: AgeIdentity;
let ben: AgeIdentity;

beforeAll(async () => {
  await prepareCipher();
  ada = makeAgeIdentity();
  ben = makeAgeIdentity();
});

/** How a file is refused; `opened` when it is not. */
function refusal(file: Buffer, people = [ada], looksWhole?: (end: Uint8Array) => boolean): string {
  try {
    decrypt(file, people, looksWhole);
    return 'opened';
  } catch (error) {
    return error instanceof AgeError ? error.kind : String(error);
  }
}

/** The chunks of a file as they are encrypted, and what stands before them. */
function cut(file: Buffer): { readonly head: Buffer; readonly chunks: Buffer[] } {
  const begin = payloadStart(file);
  const chunks: Buffer[] = [];
  for (let at = begin; at < file.length; at += SEALED_CHUNK_BYTES)
    chunks.push(file.subarray(at, at + SEALED_CHUNK_BYTES));
  return { head: file.subarray(0, begin), chunks };
}

describe('an age file', () => {
  it.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 700_001])(
    'of %d bytes is opened by each recipient alone, at any place',
    (length) => {
      const plain = randomBytes(length);
      const file = encrypt(plain, ada, ben);
      expect(decrypt(file, [ada]).equals(plain)).toBe(true);
      expect(decrypt(file, [makeAgeIdentity(), ben]).equals(plain)).toBe(true);
      const reader = openAgeFile(readerOfBytes(file), [ben]);
      for (const [offset, count] of [
        [length - 5, 10],
        [CHUNK_BYTES - 2, 4],
        [0, 3],
        [length, 1],
      ] as const) {
        const from = Math.max(0, offset);
        expect(readBytes(reader, from, count)).toEqual(plain.subarray(from, from + count));
      }
    },
  );

  it('is opened in its text form, with the line ends of either world', () => {
    const plain = randomBytes(100_000);
    const text = encodeArmor(encrypt(plain, ada));
    expect(decrypt(Buffer.from(text), [ada]).equals(plain)).toBe(true);
    expect(decrypt(Buffer.from(`\r\n${text.replaceAll('\n', '\r\n')}`), [ada]).equals(plain)).toBe(true);
  });

  it('has another key and other bytes each time', () => {
    const plain = randomBytes(1000);
    expect(encrypt(plain, ada).equals(encrypt(plain, ada))).toBe(false);
  });

  it('is refused with a key of somebody else, and without any', () => {
    const file = encrypt(randomBytes(100), ada);
    expect(refusal(file, [ben])).toBe('wrong-key');
    expect(refusal(file, [])).toBe('wrong-key');
  });

  it('is not written for nobody', () => {
    expect(() => startAgeFile(() => undefined, [])).toThrow('needs somebody');
  });
});

describe('an age file that was changed on its way', () => {
  it('is found cut at every boundary of a chunk and within one', () => {
    const file = encrypt(randomBytes(4 * CHUNK_BYTES + 10), ada);
    const begin = payloadStart(file);
    const isWhole = (): boolean => false;
    for (let at = begin; at < file.length; at += SEALED_CHUNK_BYTES) {
      const cuts = [at, at + 1, at + 15, at + 16, at + 17].map((end) => file.subarray(0, end));
      for (const cutFile of cuts) expect(refusal(cutFile, [ada], isWhole)).toBe('truncated');
    }
    for (let end = 0; end < begin; end += 1) {
      const kind = refusal(file.subarray(0, end));
      // What is shorter than an age file's first words may be anything.
      expect(kind === 'truncated' || (end < 80 && kind === 'header')).toBe(true);
    }
  });

  it('is refused when chunks are swapped, dropped, doubled or added', () => {
    const { head, chunks } = cut(encrypt(randomBytes(3 * CHUNK_BYTES + 10), ada));
    const [a, b, c, d] = chunks as [Buffer, Buffer, Buffer, Buffer];
    const orders = [
      [b, a, c, d],
      [a, c, b, d],
      [b, c, d],
      [a, c, d],
      [a, a, b, c, d],
      [a, b, b, c, d],
      [a, b, c, d, d],
    ];
    for (const order of orders) expect(refusal(Buffer.concat([head, ...order]))).not.toBe('opened');
    expect(refusal(Buffer.concat([head, a, b, c, d]))).toBe('opened');
  });

  it('is refused when chunks or the end of another file of the same people stand in it', () => {
    const one = cut(encrypt(randomBytes(2 * CHUNK_BYTES), ada));
    const two = cut(encrypt(randomBytes(2 * CHUNK_BYTES), ada));
    const mixed = Buffer.concat([one.head, one.chunks[0] as Buffer, two.chunks[1] as Buffer]);
    expect(refusal(mixed)).toBe('damaged');
    expect(refusal(Buffer.concat([one.head, ...two.chunks]))).toBe('damaged');
  });

  it(
    'is refused for every single flipped bit, in the header as in what follows it',
    { timeout: 120_000 },
    () => {
      const file = encrypt(randomBytes(200), ada, ben);
      const kinds = new Map<string, number>();
      for (let bit = 0; bit < file.length * 8; bit += 1) {
        const flipped = Buffer.from(file);
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        const kind = refusal(flipped);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
      // Without the end of its last line a header goes on to the next such byte, if there is one.
      kinds.delete('truncated');
      expect([...kinds.keys()].toSorted()).toEqual(['damaged', 'header', 'wrong-key']);
      // After the header nothing is left to doubt: it was altered.
      expect(kinds.get('damaged')).toBeGreaterThanOrEqual((file.length - payloadStart(file)) * 8);
    },
  );
});

describe('the memory that an age file takes', () => {
  it('is a chunk while it is written, however much is written', () => {
    let longest = 0;
    let total = 0;
    const age = startAgeFile(
      (chunk) => {
        longest = Math.max(longest, chunk.length);
        total += chunk.length;
      },
      [ada.recipient],
    );
    const piece = Buffer.alloc(1 << 20, 7);
    for (let index = 0; index < 64; index += 1) age.write(piece);
    // All but what the last chunk may hold has left: nothing gathers.
    expect(total).toBeGreaterThan(63.9 * piece.length);
    age.end();
    expect(longest).toBe(SEALED_CHUNK_BYTES);
  });

  it('is a few chunks while it is read: each is fetched once in a pass, and old ones are let go', () => {
    const plain = Buffer.alloc(64 * CHUNK_BYTES, 'memory');
    const file = readerOfBytes(encrypt(plain, ada));
    let fetchedBytes = 0;
    let longest = 0;
    const counted: ByteReader = {
      ...file,
      readInto: (target, offset) => {
        const count = file.readInto(target, offset);
        fetchedBytes += count;
        longest = Math.max(longest, count);
        return count;
      },
    };
    const reader = openAgeFile(counted, [ada]);
    const buffer = Buffer.alloc(100_000);
    const pass = (): number => {
      const before = fetchedBytes;
      for (let at = 0; at < plain.length; at += buffer.length) reader.readInto(buffer, at);
      return fetchedBytes - before;
    };
    expect(pass()).toBeLessThanOrEqual(file.sizeBytes);
    expect(pass()).toBeGreaterThanOrEqual(50 * SEALED_CHUNK_BYTES);
    expect(longest).toBeLessThanOrEqual(16 * SEALED_CHUNK_BYTES);
  });
});
