import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '@shared/contract/errors';
import type { AgeIdentity } from '@main/bundle/age/age-keys';
import { prepareCipher } from '@main/bundle/age/cipher';
import { sealWithPassphrase } from '@main/bundle/age/passphrase';
import { sha256Of } from '@main/bundle/bag';
import { openBundle, openBundleBytes } from '@main/bundle/verify-bundle';
import { decrypt, encrypt, makeAgeIdentity } from '../../../support/age-files';
import { exportTo, importAll, SIM2SCIENCE } from '../../../support/machine';
import { expectRefused } from '../../../support/refusal';
import { makeScene } from '../../../support/scene';
import { listFiles } from '../../../support/store-state';

let reader: AgeIdentity;

beforeAll(async () => {
  await prepareCipher();
  reader = makeAgeIdentity();
});

/** Ada's assignment bundle, with papers of several chunks, in the clear and encrypted for a reader. */
function makeEncrypted(): {
  readonly plain: Buffer;
  readonly file: Buffer;
  readonly path: string;
  open(bytes: Buffer): string;
} {
  const { assignment } = makeScene();
  const path = join(dirname(assignment), 'ada.referee.age');
  const plain = readFileSync(assignment);
  const file = encrypt(plain, makeAgeIdentity(), reader);
  writeFileSync(path, file);
  return {
    plain,
    file,
    path,
    open: (bytes) => {
      writeFileSync(path, bytes);
      try {
        openBundle(path, { keys: () => [reader] }).close();
        return 'opened';
      } catch (error) {
        return (error as AppError).code;
      }
    },
  };
}

describe('an encrypted bundle', () => {
  it('is opened as the archive in it, all of it readable and copied byte for byte', () => {
    const { plain, path } = makeEncrypted();
    const bundle = openBundle(path, { keys: () => [makeAgeIdentity(), reader] });
    const inTheClear = openBundleBytes(plain, 'ada.referee');
    const parts: Buffer[] = [];
    bundle.copyTo((chunk) => parts.push(Buffer.from(chunk)));
    expect(Buffer.concat(parts).equals(plain)).toBe(true);
    expect(bundle).toMatchObject({ isEncrypted: true, sizeBytes: plain.length, header: inTheClear.header });
    expect(inTheClear.isEncrypted).toBe(false);
    for (const [name, digest] of bundle.manifest) {
      const content: Buffer[] = [];
      bundle.stream(name, (chunk) => content.push(Buffer.from(chunk)));
      expect(sha256Of(Buffer.concat(content))).toBe(digest);
    }
    bundle.close();
  });

  it('asks for keys only where a file is encrypted', () => {
    const { assignment } = makeScene();
    const keys = (): never => {
      throw new Error('asked for keys');
    };
    const bundle = openBundle(assignment, { keys });
    expect(bundle.isEncrypted).toBe(false);
    bundle.close();
  });

  it('is refused as truncated wherever it is cut behind its header', () => {
    const { file, open } = makeEncrypted();
    const codes = new Set<string>();
    for (let length = 400; length < file.length; length += length > file.length - 40 ? 1 : 911)
      codes.add(open(file.subarray(0, length)));
    expect([...codes]).toEqual(['BUNDLE_TRUNCATED']);
    expect(open(file)).toBe('opened');
  });

  it('is refused as damaged for flipped bits anywhere behind its header, in its last chunk too', () => {
    const { file, open } = makeEncrypted();
    const codes = new Set<string>();
    const flip = (at: number): void => {
      const flipped = Buffer.from(file);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 0x10, at);
      codes.add(open(flipped));
    };
    for (let at = 500; at < file.length - 60; at += 1_009) flip(at);
    for (let at = file.length - 60; at < file.length; at += 1) flip(at);
    expect([...codes]).toEqual(['BUNDLE_DAMAGED']);
  });

  it('is refused with a sentence of its own when it is for others, or for a passphrase', () => {
    const { organizer: machine, review } = makeScene();
    const path = join(machine.folder, 'sealed.referee.age');
    writeFileSync(path, encrypt(readFileSync(review), makeAgeIdentity()));
    expectRefused(machine, path, 'BUNDLE_ENCRYPTED_FOR_OTHERS', 'no key here opens it');
    expect(importAll(machine, path).rows[0]?.sentence).toMatch(/encrypted for other people.+Ask/);
    writeFileSync(path, sealWithPassphrase('x', 'y'));
    expectRefused(machine, path, 'BUNDLE_NOT_A_BUNDLE');
    expect(importAll(machine, path).rows[0]?.sentence).toMatch(/with a passphrase\. Decrypt it first/);
  });

  it('is not opened inside another: what is inside is as it was received, decrypted', () => {
    const { file } = makeEncrypted();
    expect(() => openBundleBytes(file, 'inner')).toThrow(
      expect.objectContaining({ code: 'BUNDLE_NOT_A_BUNDLE' }),
    );
  });
});

describe('a review that is sent encrypted', () => {
  it('can be read by the organizer, by its author’s machine, and by nobody else', () => {
    const { organizer, ada } = makeScene();
    const path = join(ada.folder, 'ada.referee.age');
    const receipt = exportTo(ada, path, [7], false, true);
    const file = readFileSync(path);
    expect(receipt).toMatchObject({ sizeBytes: file.length, sha256: sha256Of(file) });
    expect(file.toString('latin1')).not.toContain('a careful reading');
    expect(() => decrypt(file, [reader])).toThrow('no key here opens it');
    expect(importAll(ada, path).rows[0]).toMatchObject({ error: null });
    expect(importAll(organizer, path).rows[0]).toMatchObject({ outcome: 'added', papers: [7] });
  });

  it('holds the very archive that is sent in the clear', () => {
    const { organizer, ada, review } = makeScene();
    const path = join(ada.folder, 'again.referee.age');
    exportTo(ada, path, [7], false, true);
    importAll(organizer, review);
    expect(importAll(organizer, path).rows[0]).toMatchObject({ outcome: 'already' });
  });

  it('leaves nothing decrypted on disk outside the store, nor when it is refused', () => {
    const { organizer, ada } = makeScene();
    const path = join(ada.folder, 'ada.referee.age');
    exportTo(ada, path, [7], false, true);
    const inbox = join(organizer.folder, 'inbox');
    mkdirSync(inbox);
    const damaged = join(inbox, 'damaged.referee.age');
    const bytes = readFileSync(path);
    writeFileSync(join(inbox, 'whole.referee.age'), bytes);
    writeFileSync(damaged, bytes.subarray(0, -1));
    const beside = (): unknown =>
      Object.entries(listFiles(organizer.folder)).filter(([name]) => !name.includes('/venue.'));
    const before = beside();
    expectRefused(organizer, damaged, 'BUNDLE_TRUNCATED');
    importAll(organizer, join(inbox, 'whole.referee.age'));
    expect(beside()).toEqual(before);
    expect(organizer.deps.stores.has(SIM2SCIENCE)).toBe(true);
  });
});
