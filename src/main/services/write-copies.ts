import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { PageSize } from '@shared/contract/printed-document';
import { writeFully } from '../store/durable-file';
import { writeOutside } from '../store/outside-files';
import type { JobControl, ServiceDeps } from './deps';
import { copyReviews, type CopyInput, type ReviewCopy } from './review-copy';
import { toPrintedReview } from './review-copy-print';
import { toPlainReview } from './review-copy-text';
import { unwritable } from './unwritable';

/** Copies of reviews, to a file (one) or into a folder (one file each). */
export interface WriteCopiesInput extends CopyInput {
  readonly format: 'text' | 'pdf';
  readonly pageSize: PageSize;
  readonly target: { readonly kind: 'file' | 'folder'; readonly path: string };
}

/** The reviews as one plain text. Refused: as copyReviews. */
export function copyToText(deps: ServiceDeps, input: CopyInput): { readonly text: string } {
  return { text: copyReviews(deps, input).map(toPlainReview).join('\n\n') };
}

/**
 * Writes a copy of each review, each file whole or not at all. In a folder no file is replaced: a name that is taken gets a
 * number. Stopping leaves the files that are written.
 *
 * Refused: REVIEW_NOT_FOUND, PAPER_NOT_FOUND, NOT_AVAILABLE_HERE, FILE_UNWRITABLE, DISK_FULL.
 */
export async function writeCopies(
  deps: ServiceDeps,
  { format, pageSize, target, ...input }: WriteCopiesInput,
  job: JobControl,
): Promise<{ readonly paths: readonly string[] }> {
  const copies = copyReviews(deps, input);
  const paths: string[] = [];
  for (const [index, copy] of copies.entries()) {
    job.checkpoint();
    job.progress(`Writing the review of paper ${copy.paper}`, index, copies.length);
    const path = target.kind === 'file' ? target.path : freePath(target.path, copy, format);
    const bytes =
      format === 'text' ? Buffer.from(toPlainReview(copy), 'utf8') : await typeset(deps, copy, pageSize);
    job.checkpoint();
    writeBytes(deps, path, bytes);
    paths.push(path);
  }
  return { paths };
}

/** Writes bytes to a file that leaves this computer. @throws AppError FILE_UNWRITABLE, DISK_FULL */
export function writeBytes(deps: ServiceDeps, path: string, bytes: Uint8Array): void {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    writeOutside(deps.stores.notesFolder, path, (fd) => {
      writeFully(fd, data);
    });
  } catch (error) {
    throw unwritable(error, path, data.length);
  }
}

/** A path in a folder that no file has: the name, or with a number. */
export function pathWithoutFile(folder: string, stem: string, extension: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${stem}${count === 1 ? '' : `-${count}`}.${extension}`);
    if (!existsSync(path)) return path;
  }
}

async function typeset(deps: ServiceDeps, copy: ReviewCopy, pageSize: PageSize): Promise<Uint8Array> {
  return requirePrinter(deps).print(toPrintedReview(copy, pageSize));
}

/** Refused: NOT_AVAILABLE_HERE where nothing can typeset. */
export function requirePrinter({ printer }: ServiceDeps): NonNullable<ServiceDeps['printer']> {
  if (printer !== undefined) return printer;
  throw new AppError('NOT_AVAILABLE_HERE', 'A PDF cannot be typeset here. Write plain text instead.');
}

function freePath(folder: string, { venueId, paper }: ReviewCopy, format: 'text' | 'pdf'): string {
  return pathWithoutFile(folder, `${basename(venueId)}-review-${paper}`, format === 'text' ? 'txt' : 'pdf');
}
