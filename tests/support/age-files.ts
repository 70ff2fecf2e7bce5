import { randomBytes } from 'node:crypto';
import { ageIdentityFromSeed, type AgeIdentity } from '@main/bundle/age/age-keys';
import { openAgeFile, type LooksWhole } from '@main/bundle/age/age-reader';
import { startAgeFile } from '@main/bundle/age/age-writer';
import { readBytes, readerOfBytes } from '@main/bundle/bytes';

/** Somebody new whom things can be encrypted for. */
export function makeAgeIdentity(): AgeIdentity {
  return ageIdentityFromSeed(randomBytes(32));
}

/** Bytes encrypted for people, given to the writer in pieces of a size that fits no chunk. */
export function encrypt(plain: Buffer, ...people: readonly AgeIdentity[]): Buffer {
  const parts: Buffer[] = [];
  const age = startAgeFile(
    (chunk) => parts.push(Buffer.from(chunk)),
    people.map(({ recipient }) => recipient),
  );
  for (let at = 0; at < plain.length; at += 50_021) age.write(plain.subarray(at, at + 50_021));
  age.end();
  return Buffer.concat(parts);
}

/** What is in an age file, read from its first byte to its last. */
export function decrypt(file: Buffer, people: readonly AgeIdentity[], looksWhole?: LooksWhole): Buffer {
  const plain = openAgeFile(readerOfBytes(file), people, looksWhole);
  return readBytes(plain, 0, plain.sizeBytes);
}

/** Where the chunks of a binary age file begin: behind its header and the 16 bytes after it. */
export function payloadStart(file: Buffer): number {
  return file.indexOf('\n', file.indexOf('\n--- ') + 1) + 1 + 16;
}
