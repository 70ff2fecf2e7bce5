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
import type { ByteSink } from './bytes';
import { toCanonicalBytes } from './canonical-json';
import { signBytes, type Identity } from './keys';
import { HEADER_PATH } from './payload';
import { sizeOfContent, type EntryContent } from './entry-content';
import { archiveBytes, writeZip, type ArchiveContents } from './zip-writer';

/** A payload file: its bytes, which nobody changes any more, or a file whose digest is known (a blob). */
export type PayloadFile = EntryContent;

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

/** The id that {@link signBundle} will give. */
export function nameBundle(header: UnnamedHeader, payload: Payload): BundleId {
  return bundleIdOf(header, payloadManifest(payload));
}

/** A bundle that is signed and not yet written. */
export interface SignedBundle {
  readonly id: BundleId;
  /** How many bytes it has, before any encryption. */
  readonly sizeBytes: number;
  /**
   * Writes it from its first byte to its last.
   *
   * @param onEntry called after each file in the archive with the count written and in all; may throw to stop
   * @throws AppError BUNDLE_TOO_LARGE, FILE_UNREADABLE when a payload file is not what it was
   */
  writeTo(sink: ByteSink, onEntry?: (written: number, total: number) => void): void;
}

/** Signs a bundle. The same header, payload and identity give the same bytes on any machine. */
export function signBundle(header: UnnamedHeader, payload: Payload, identity: Identity): SignedBundle {
  const id = nameBundle(header, payload);
  const full: Payload = new Map([
    ...payload,
    [HEADER_PATH, { bytes: toCanonicalBytes({ format: BUNDLE_FORMAT, id, ...header }) }],
  ]);
  const files = [...full, ...tagFiles(header, id, full, identity)];
  const contents: ArchiveContents = new Map(files.map(([path, file]) => [`${id}/${path}`, file]));
  return {
    id,
    sizeBytes: archiveBytes(contents),
    writeTo: (sink, onEntry = () => undefined) => {
      writeZip(sink, contents, (written) => {
        onEntry(written, contents.size);
      });
    },
  };
}

function payloadManifest(payload: Payload): Manifest {
  return new Map([...payload].map(([path, file]) => [path, digestOf(file)]));
}

const digests = new WeakMap<PayloadFile, Sha256>();

/** A payload is listed several times on its way into one bundle, and some of its files go into many. */
function digestOf(file: PayloadFile): Sha256 {
  const digest = digests.get(file) ?? ('sha256' in file ? file.sha256 : sha256Of(file.bytes));
  digests.set(file, digest);
  return digest;
}

function tagFiles(
  header: UnnamedHeader,
  id: BundleId,
  payload: Payload,
  identity: Identity,
): readonly (readonly [string, { readonly bytes: Buffer }])[] {
  const texts: readonly (readonly [string, string])[] = [
    [BAGIT, BAGIT_TEXT],
    [
      BAG_INFO,
      bagInfoText({
        format: BUNDLE_FORMAT,
        kind: header.kind,
        identifier: id,
        payloadBytes: [...payload.values()].reduce((sum, file) => sum + sizeOfContent(file), 0),
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
