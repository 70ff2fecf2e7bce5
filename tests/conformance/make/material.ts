import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ErrorCode } from '@shared/contract/errors';
import type { Sha256 } from '@shared/model/ids';
import { sha256Of } from '@main/bundle/bag';
import { toCanonicalBytes } from '@main/bundle/canonical-json';
import { identityFromSeed, type Identity } from '@main/bundle/keys';
import { fileOf, resign, takeApart, type Parts } from '../../support/craft-bundle';
import { rawZip, type RawArchive, type RawEntry } from '../../support/raw-zip';

/** One file of the conformance folder with the verdict that every reader must give. */
export interface Case {
  /** The file's path in the folder. */
  readonly file: string;
  readonly verdict: 'ok' | ErrorCode;
  /** The rule that it keeps or breaks: one of those that the folder's README lists. */
  readonly rule: string;
  /** What is special about it, for whoever wonders why a reader disagrees. */
  readonly why: string;
  readonly bytes: Buffer;
  /** The file of the age key that it is to be opened with. */
  readonly key?: string;
}

/** The bundles that all others are made of: golden ones, which never change. */
const GOLDEN = resolve('tests/fixtures/bundles/v1');
export const golden = (name: string): Buffer => readFileSync(join(GOLDEN, name));
export const takeGolden = (name: string): Parts => takeApart(join(GOLDEN, name));

const seeded = (name: string): Identity => identityFromSeed(sha256OfText(name));

/** The keys of the golden bundles' people, and one of nobody among them. Everybody can read what they come from. */
export const keys = {
  organizer: seeded('golden bundles, organizer'),
  reviewer: seeded('golden bundles, reviewer'),
  chair: seeded('golden bundles, noor'),
  stranger: seeded('conformance, stranger'),
} as const;

function sha256OfText(text: string): Buffer {
  return Buffer.from(sha256Of(Buffer.from(text)), 'hex');
}

/** The golden bundle of each kind and the key that its author signs with. */
export const originals = {
  assignment: ['assignment-with-keys.referee', keys.organizer],
  review: ['review.referee', keys.reviewer],
  settling: ['review-settling.referee', keys.reviewer],
  refusing: ['review-refusing.referee', keys.reviewer],
  handing: ['assignment-handing.referee', keys.reviewer],
  consolidation: ['consolidation.referee', keys.chair],
  decision: ['decision.referee', keys.organizer],
} as const;
export type Original = keyof typeof originals;

/** A bundle's entries in their order, to be lied about. */
export function entriesOf(parts: Parts): RawEntry[] {
  return [...parts.files]
    .map(([name, data]) => ({ name: `${parts.base}/${name}`, data }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The archive of a bundle as its parts are. */
export function packed(parts: Parts, archive: RawArchive = {}): Buffer {
  return rawZip(entriesOf(parts), archive);
}

/** A golden bundle changed as somebody without its key can. */
export function changed(original: Original, edit: (parts: Parts) => void): Buffer {
  const parts = takeGolden(originals[original][0]);
  edit(parts);
  return packed(parts);
}

/** A golden bundle changed by its own author, with a program that does not keep to the format. */
export function faithless(original: Original, edit: (parts: Parts) => void): Buffer {
  return changed(original, (parts) => {
    edit(parts);
    resign(parts, originals[original][1]);
  });
}

/** The path of the first payload file below a folder. */
export function firstBelow(parts: Parts, folder: string): string {
  const path = [...parts.files.keys()].find((one) => one.startsWith(folder));
  if (path === undefined) throw new Error(`nothing below ${folder}`);
  return path;
}

/** A payload file with what one revision says changed, and its history made right again. */
export function editLatest(
  parts: Parts,
  path: string,
  edit: (latest: Record<string, unknown>) => object,
  earlier: readonly Sha256[] = [],
): void {
  const { latest } = JSON.parse(fileOf(parts, path).toString()) as { latest: Record<string, unknown> };
  const changedLatest = edit(latest);
  const hash = sha256Of(toCanonicalBytes(changedLatest));
  parts.files.set(path, toCanonicalBytes({ history: [...earlier, hash], latest: changedLatest }));
}

/** Text replaced in a file of a bundle. */
export function editText(parts: Parts, path: string, edit: (text: string) => string): void {
  parts.files.set(path, Buffer.from(edit(fileOf(parts, path).toString())));
}
