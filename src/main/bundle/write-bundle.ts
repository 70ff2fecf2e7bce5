import { createHash } from 'node:crypto';
import { BUNDLE_FORMAT, type BundleHeader } from '@shared/model/bundle';
import { bundleIdSchema, type BundleId, type Sha256 } from '@shared/model/ids';
import {
  BAG_INFO,
  BAGIT,
  BAGIT_TEXT,
  bagInfoText,
  MANIFEST,
  manifestText,
  sha256Of,
  SIGNATURE,
  SIGNER,
  TAG_MANIFEST,
  type Manifest,
} from './bag';
import { toCanonicalBytes } from './canonical-json';
import { signBytes, type Identity } from './keys';
import { HEADER_PATH } from './payload';
import { writeZip, type EntryContent } from './zip-writer';

/** A payload file: its bytes, or a file whose digest is known (a blob). */
export type PayloadFile =
  | { readonly bytes: Uint8Array }
  | { readonly path: string; readonly sizeBytes: number; readonly sha256: Sha256 };

/** Payload files by their path in the bag, without the header. */
export type Payload = ReadonlyMap<string, PayloadFile>;

/** A header before its id is known. */
export type UnnamedHeader = Omit<BundleHeader, 'id' | 'format'>;

/** The digest of a payload by itself: two bundles that carry the same work have the same one. */
export function payloadDigest(payload: Payload): Sha256 {
  return sha256Of(Buffer.from(manifestText(payloadManifest(payload)), 'utf8'));
}

/** A bundle's id: derived from its header without the id and from its payload, so it cannot be reused for other work. */
export function bundleIdOf(header: UnnamedHeader, manifest: Manifest): BundleId {
  const withoutHeader = new Map([...manifest].filter(([path]) => path !== HEADER_PATH));
  const digest = createHash('sha256')
    .update(toCanonicalBytes({ format: BUNDLE_FORMAT, ...header }))
    .update('\n')
    .update(manifestText(withoutHeader))
    .digest('hex');
  return bundleIdSchema.parse(`b-${digest.slice(0, 32)}`);
}

/** The id that {@link writeBundle} will give. */
export function nameBundle(header: UnnamedHeader, payload: Payload): BundleId {
  return bundleIdOf(header, payloadManifest(payload));
}

/**
 * Writes a signed bundle to an empty file. The same header, payload and identity give the same bytes on any machine.
 *
 * @param fd an open, empty file; making it durable under its final name is the caller's
 * @param onEntry called after each file in the archive with the count written and in all; may throw to stop
 */
export function writeBundle(
  fd: number,
  header: UnnamedHeader,
  payload: Payload,
  identity: Identity,
  onEntry: (written: number, total: number) => void = () => undefined,
): BundleId {
  const id = nameBundle(header, payload);
  const full: Payload = new Map([
    ...payload,
    [HEADER_PATH, { bytes: toCanonicalBytes({ format: BUNDLE_FORMAT, id, ...header }) }],
  ]);
  const contents = new Map<string, EntryContent>();
  for (const [path, file] of [...full, ...tagFiles(header, id, full, identity)])
    contents.set(`${id}/${path}`, file);
  writeZip(fd, contents, (written) => {
    onEntry(written, contents.size);
  });
  return id;
}

function payloadManifest(payload: Payload): Manifest {
  return new Map(
    [...payload].map(
      ([path, file]) => [path, 'sha256' in file ? file.sha256 : sha256Of(file.bytes)] as const,
    ),
  );
}

function tagFiles(
  header: UnnamedHeader,
  id: BundleId,
  payload: Payload,
  identity: Identity,
): readonly (readonly [string, { readonly bytes: Buffer }])[] {
  const sizes = [...payload.values()].map((file) => ('bytes' in file ? file.bytes.length : file.sizeBytes));
  const texts: readonly (readonly [string, string])[] = [
    [BAGIT, BAGIT_TEXT],
    [
      BAG_INFO,
      bagInfoText({
        format: BUNDLE_FORMAT,
        kind: header.kind,
        identifier: id,
        payloadBytes: sizes.reduce((sum, size) => sum + size, 0),
        payloadFiles: payload.size,
      }),
    ],
    [MANIFEST, manifestText(payloadManifest(payload))],
    [SIGNER, identity.publicPem],
  ];
  const files = texts.map(([path, text]) => [path, { bytes: Buffer.from(text, 'utf8') }] as const);
  const tagManifest = Buffer.from(
    manifestText(new Map(files.map(([path, file]) => [path, sha256Of(file.bytes)]))),
  );
  return [
    ...files,
    [TAG_MANIFEST, { bytes: tagManifest }],
    [SIGNATURE, { bytes: signBytes(identity, tagManifest) }],
  ];
}
