import { BUNDLE_FORMAT, type BundleHeader } from '@shared/model/bundle';
import {
  BAG_INFO,
  bagFormat,
  BAGIT,
  BAGIT_TEXT,
  bagInfoText,
  MANIFEST,
  parseManifest,
  sha256Of,
  SIGNATURE,
  SIGNER,
  TAG_MANIFEST,
  type Manifest,
} from './bag';
import { fingerprintOf, isSignedBy } from './keys';
import { isPayloadPath } from './payload';
import { BundleRefusal } from './refusals';
import { bundleIdOf } from './write-bundle';
import type { ZipEntry } from './zip-format';

/** That the bag is BagIt 1.0 of a format that is known here. */
export function checkFormat(bagit: Buffer, bagInfo: Buffer): void {
  if (bagit.toString('utf8') !== BAGIT_TEXT)
    throw new BundleRefusal('BUNDLE_NOT_A_BUNDLE', `${BAGIT} is not BagIt 1.0`);
  const format = bagFormat(bagInfo.toString('utf8'));
  if (format === null) throw new BundleRefusal('BUNDLE_NOT_A_BUNDLE', `${BAG_INFO} names no Bundle-Format`);
  if (format > BUNDLE_FORMAT) throw new BundleRefusal('BUNDLE_NEWER_FORMAT', `its format is ${format}`);
}

/**
 * That the signature holds over the tag files, and that they are what was signed.
 *
 * @returns the PEM of the key that signed
 */
export function checkSignature(readTag: (name: string) => Buffer): string {
  const signerPem = readTag(SIGNER).toString('utf8');
  const tagManifest = readTag(TAG_MANIFEST);
  if (!isSignedBy(signerPem, tagManifest, readTag(SIGNATURE))) {
    throw new BundleRefusal(
      'BUNDLE_FORGED',
      `${SIGNATURE} is not ${SIGNER}'s signature over ${TAG_MANIFEST}`,
    );
  }
  const tags = parseTagFile(TAG_MANIFEST, tagManifest);
  const expected = [BAG_INFO, BAGIT, MANIFEST, SIGNER].toSorted();
  if ([...tags.keys()].join() !== expected.join()) {
    throw new BundleRefusal('BUNDLE_INVALID', `${TAG_MANIFEST} does not list exactly ${expected.join(', ')}`);
  }
  for (const [name, digest] of tags) {
    if (sha256Of(readTag(name)) !== digest)
      throw new BundleRefusal('BUNDLE_DAMAGED', `${name} is not what was signed`);
  }
  return signerPem;
}

/** That the manifest lists exactly what is there. Answers it; the files themselves are not looked at. */
export function checkManifest(
  readTag: (name: string) => Buffer,
  entries: ReadonlyMap<string, ZipEntry>,
): Manifest {
  const manifest = parseTagFile(MANIFEST, readTag(MANIFEST));
  const known = new Set([BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST, SIGNATURE, SIGNER, ...manifest.keys()]);
  for (const name of entries.keys()) {
    if (!known.has(name)) throw new BundleRefusal('BUNDLE_INVALID', `${name} is not in ${MANIFEST}`);
  }
  for (const name of manifest.keys()) {
    if (!entries.has(name))
      throw new BundleRefusal('BUNDLE_INVALID', `${name} is in ${MANIFEST} but not there`);
  }
  return manifest;
}

/** That the header agrees with the signer, the manifest and `bag-info.txt`. */
export function checkHeader(
  header: BundleHeader,
  signerPem: string,
  manifest: Manifest,
  entries: ReadonlyMap<string, ZipEntry>,
  bagInfo: Buffer,
): void {
  const { id, format: _format, ...unnamed } = header;
  if (signerFingerprint(signerPem) !== header.author.fingerprint) {
    throw new BundleRefusal('BUNDLE_INVALID', `the author's fingerprint is not that of ${SIGNER}`);
  }
  if (bundleIdOf(unnamed, manifest) !== id)
    throw new BundleRefusal('BUNDLE_INVALID', 'its id does not follow from its content');
  const stray = [...manifest.keys()].find((name) => !isPayloadPath(header.kind, name));
  if (stray !== undefined)
    throw new BundleRefusal('BUNDLE_INVALID', `a bundle of kind ${header.kind} holds no ${stray}`);
  const payloadBytes = [...manifest.keys()].reduce((sum, name) => sum + entryOf(entries, name).sizeBytes, 0);
  const expected = bagInfoText({
    format: BUNDLE_FORMAT,
    kind: header.kind,
    identifier: id,
    payloadBytes,
    payloadFiles: manifest.size,
  });
  if (bagInfo.toString('utf8') !== expected)
    throw new BundleRefusal('BUNDLE_INVALID', `${BAG_INFO} does not agree with the payload`);
}

function signerFingerprint(signerPem: string): string {
  try {
    return fingerprintOf(signerPem);
  } catch (error) {
    throw new BundleRefusal('BUNDLE_INVALID', `${SIGNER}: ${(error as Error).message}`);
  }
}

function parseTagFile(name: string, bytes: Buffer): Manifest {
  try {
    return parseManifest(bytes.toString('utf8'));
  } catch (error) {
    throw new BundleRefusal('BUNDLE_INVALID', `${name}: ${(error as Error).message}`);
  }
}

/** A file of the bag. */
export function entryOf(entries: ReadonlyMap<string, ZipEntry>, name: string): ZipEntry {
  const entry = entries.get(name);
  if (entry === undefined) throw new BundleRefusal('BUNDLE_INVALID', `it has no ${name}`);
  return entry;
}
