import { readFileSync, writeFileSync } from 'node:fs';
import { bundleHeaderSchema, type BundleHeader } from '@shared/model/bundle';
import {
  BAG_INFO,
  BAGIT,
  bagInfoText,
  MANIFEST,
  manifestText,
  sha256Of,
  SIGNATURE,
  SIGNER,
  TAG_MANIFEST,
} from '@main/bundle/bag';
import { readerOfBytes } from '@main/bundle/bytes';
import { toCanonicalBytes } from '@main/bundle/canonical-json';
import { signBytes, type Identity } from '@main/bundle/keys';
import { bundleIdOf } from '@main/bundle/write-bundle';
import { HEADER_PATH } from '@main/bundle/payload';
import { readEntry, readZip } from '@main/bundle/zip-reader';
import { rawZip } from './raw-zip';

/** A bundle taken apart: its base directory and its files by their path inside it. Free to be changed. */
export interface Parts {
  base: string;
  readonly files: Map<string, Buffer>;
}

/** Takes a bundle apart. */
export function takeApart(path: string): Parts {
  const archive = readerOfBytes(readFileSync(path));
  const files = new Map<string, Buffer>();
  let base = '';
  for (const entry of readZip(archive)) {
    const slash = entry.name.indexOf('/');
    base = entry.name.slice(0, slash);
    files.set(entry.name.slice(slash + 1), readEntry(archive, entry));
  }
  return { base, files };
}

/** Packs the files as they are. */
export function pack(path: string, parts: Parts): string {
  const entries = [...parts.files].map(([name, data]) => ({ name: `${parts.base}/${name}`, data }));
  writeFileSync(path, rawZip(entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))));
  return path;
}

/** What a forger without the key can do: every hash made right again, the signature left as it was. */
export function remakeManifests(parts: Parts): void {
  const payload = [...parts.files].filter(([name]) => name.startsWith('data/'));
  parts.files.set(
    MANIFEST,
    Buffer.from(manifestText(new Map(payload.map(([name, data]) => [name, sha256Of(data)])))),
  );
  remakeTagManifest(parts);
}

/** The tag manifest made right again, the signature left as it was. */
export function remakeTagManifest(parts: Parts): void {
  const tags = [BAG_INFO, BAGIT, MANIFEST, SIGNER].map(
    (name) => [name, sha256Of(fileOf(parts, name))] as const,
  );
  parts.files.set(TAG_MANIFEST, Buffer.from(manifestText(new Map(tags))));
}

/** What somebody with a key can do: everything signed anew as it is. */
export function signAsIs(parts: Parts, identity: Identity): void {
  parts.files.set(SIGNER, Buffer.from(identity.publicPem));
  remakeTagManifest(parts);
  parts.files.set(SIGNATURE, signBytes(identity, fileOf(parts, TAG_MANIFEST)));
}

/**
 * What a signer with a faithless program can do: header changed, id, manifests, bag-info and signature all right again.
 */
export function resign(
  parts: Parts,
  identity: Identity,
  change: (header: BundleHeader) => object = () => ({}),
): void {
  const header = headerOf(parts);
  const changed = {
    ...header,
    author: { ...header.author, fingerprint: identity.fingerprint },
    ...change(header),
  };
  const { id: _id, format: _format, ...unnamed } = changed;
  remakeManifests(parts);
  const manifest = [...parts.files]
    .filter(([name]) => name.startsWith('data/'))
    .map(([name, data]) => [name, sha256Of(data)] as const);
  const id = bundleIdOf(unnamed, new Map(manifest));
  parts.files.set(HEADER_PATH, toCanonicalBytes({ ...changed, id }));
  parts.base = id;
  const payload = [...parts.files].filter(([name]) => name.startsWith('data/'));
  parts.files.set(
    BAG_INFO,
    Buffer.from(
      bagInfoText({
        format: changed.format,
        kind: changed.kind,
        identifier: id,
        payloadBytes: payload.reduce((sum, [, data]) => sum + data.length, 0),
        payloadFiles: payload.length,
      }),
    ),
  );
  remakeManifests(parts);
  signAsIs(parts, identity);
}

/** A file of a bundle that was taken apart. */
export function fileOf(parts: Parts, name: string): Buffer {
  const file = parts.files.get(name);
  if (file === undefined) throw new Error(`the bundle has no ${name}`);
  return file;
}

/** The header of a bundle that was taken apart. */
export function headerOf(parts: Parts): BundleHeader {
  return bundleHeaderSchema.parse(JSON.parse(fileOf(parts, HEADER_PATH).toString()));
}

/** Changes a JSON file of a bundle, keeping it canonical. */
export function editJson(parts: Parts, name: string, edit: (value: Record<string, unknown>) => object): void {
  const value = JSON.parse(fileOf(parts, name).toString()) as Record<string, unknown>;
  parts.files.set(name, toCanonicalBytes(edit(value)));
}

/** Writes a file's bytes, changed, beside it. */
export function changedCopy(path: string, target: string, edit: (bytes: Buffer) => Buffer): string {
  writeFileSync(target, edit(Buffer.from(readFileSync(path))));
  return target;
}
