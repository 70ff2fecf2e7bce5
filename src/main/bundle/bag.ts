import { hash } from 'node:crypto';
import { sha256Schema, type Sha256 } from '@shared/model/ids';
import { makeVisible } from '@shared/rules/visible-text';
import { isEntryName } from './zip-format';

/** The files of a BagIt 1.0 bag (RFC 8493), by their names inside the base directory. */
export const BAGIT = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const SIGNATURE = 'tagmanifest-sha256.txt.sig';
export const SIGNER = 'signer.pem';

/** The whole of `bagit.txt`. */
export const BAGIT_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** A manifest: digests by path. */
export type Manifest = ReadonlyMap<string, Sha256>;

/** The text of a manifest, ascending by path: what `sha256sum -c` reads. */
export function manifestText(manifest: Manifest): string {
  return [...manifest.keys()]
    .toSorted()
    .map((path) => `${manifest.get(path)}  ${path}\n`)
    .join('');
}

/**
 * Parses a manifest in its one form: two spaces, ascending paths, LF.
 *
 * @throws Error saying what is wrong, for a person who makes bundles
 */
export function parseManifest(text: string): Manifest {
  const manifest = new Map<string, Sha256>();
  let previous = '';
  if (text !== '' && !text.endsWith('\n')) throw new Error('its last line has no end');
  for (const line of text.split('\n').slice(0, -1)) {
    const digest = sha256Schema.safeParse(line.slice(0, 64));
    const path = line.slice(66);
    if (!digest.success || line.slice(64, 66) !== '  ' || !isEntryName(path))
      throw new Error(`not a line: ${makeVisible(line)}`);
    if (path <= previous) throw new Error('its lines are out of order or there twice');
    manifest.set(path, digest.data);
    previous = path;
  }
  return manifest;
}

/** What `bag-info.txt` says, in this order. */
export interface BagInfo {
  readonly format: number;
  readonly kind: string;
  readonly identifier: string;
  readonly payloadBytes: number;
  readonly payloadFiles: number;
}

/** The text of `bag-info.txt`. `Payload-Oxum` is bytes.files, as RFC 8493 has it. */
export function bagInfoText(info: BagInfo): string {
  return (
    `Bundle-Format: ${info.format}\nBundle-Kind: ${info.kind}\n` +
    `External-Identifier: ${info.identifier}\nPayload-Oxum: ${info.payloadBytes}.${info.payloadFiles}\n`
  );
}

/** The bundle format that `bag-info.txt` names, whatever else it holds; null when it names none. */
export function bagFormat(text: string): number | null {
  const match = /^Bundle-Format: ([1-9][0-9]{0,5})$/m.exec(text);
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** The SHA-256 of bytes. */
export function sha256Of(bytes: Uint8Array): Sha256 {
  return sha256Schema.parse(hash('sha256', bytes, 'hex'));
}
