import { basename, dirname, extname } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { PageSize } from '@shared/contract/printed-document';
import type { Fingerprint, PaperNumber, VenueId } from '@shared/model/ids';
import { RECEIPT_FORMAT, receiptSchema, type Receipt, type ReceiptStatement } from '@shared/model/receipt';
import { toCanonicalBytes } from '../bundle/canonical-json';
import { signBytes } from '../bundle/keys';
import { bundleWith } from '../store/bundles-out';
import { getDraft } from '../store/drafts';
import { getPaper } from '../store/papers';
import { getVenue } from '../store/venues';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { reviewIdOf } from './identifiers';
import { requireSelf } from './my-review';
import { ownRevision } from './own-revision';
import { toPrintedReceipt, toReceiptText } from './receipt-words';
import { pathWithoutFile, requirePrinter, writeBytes } from './write-copies';

/** What a receipt is to be about. */
export interface MakeReceiptInput {
  readonly venue: VenueId;
  readonly papers: readonly PaperNumber[];
  readonly hasTitles: boolean;
  /** The same for people, beside the receipt. */
  readonly readable: 'none' | 'text' | 'pdf';
  readonly pageSize: PageSize;
  readonly path: string;
}

/** A receipt that was written. */
export interface ReceiptOutcome {
  readonly path: string;
  readonly readablePath: string | null;
  readonly papers: readonly PaperNumber[];
  readonly fingerprint: Fingerprint;
}

/**
 * Writes a signed receipt of my reviews: which papers, which revisions, when, by whom, and nothing of what they say. The
 * page for people never replaces a file.
 *
 * Refused: REVIEW_NOT_FOUND, PAPER_NOT_FOUND, NOT_AVAILABLE_HERE, FILE_UNWRITABLE, DISK_FULL.
 */
export async function makeReceipt(
  deps: ServiceDeps,
  input: MakeReceiptInput,
  job: JobControl,
): Promise<ReceiptOutcome> {
  const receipt = signReceipt(deps, input);
  const { statement } = receipt;
  job.progress('Writing the receipt', 0, 0);
  // What cannot be typeset is known before anything is written.
  const page = input.readable === 'none' ? null : await toPage(deps, receipt, input);
  job.checkpoint();
  writeBytes(deps, input.path, toCanonicalBytes(receipt));
  const readablePath = page === null ? null : besides(input.path, input.readable === 'pdf' ? 'pdf' : 'txt');
  if (page !== null && readablePath !== null) writeBytes(deps, readablePath, page);
  return {
    path: input.path,
    readablePath,
    papers: statement.reviews.map(({ paper }) => paper),
    fingerprint: statement.reviewer.fingerprint,
  };
}

function signReceipt(deps: ServiceDeps, input: MakeReceiptInput): Receipt {
  const { db } = deps.stores.open(input.venue);
  const venue = getVenue(db);
  const me = requireSelf(db);
  const identity = deps.identity();
  const papers = [...new Set(input.papers)].toSorted((a, b) => a - b);
  const statement: ReceiptStatement = {
    format: RECEIPT_FORMAT,
    venue: { id: venue.id, name: toLine(venue.name) },
    reviewer: { name: toLine(me.name), fingerprint: identity.fingerprint },
    reviews: papers.map((number) => {
      const draft = getDraft(db, reviewIdOf(venue.id, number, me.id));
      const paper = getPaper(db, number);
      if (paper === undefined)
        throw new AppError('PAPER_NOT_FOUND', `There is no paper ${number} in this venue.`);
      if (draft === undefined || Object.keys(draft.answers).length === 0) {
        throw new AppError('REVIEW_NOT_FOUND', `You have written no review of paper ${number} yet.`);
      }
      const { hash, revision } = ownRevision(db, { paper: number, draft, me: me.id });
      return {
        paper: number,
        title: input.hasTitles ? toLine(paper.title) : null,
        revision: hash,
        state: revision.state,
        writtenAt: revision.writtenAt,
        bundle: bundleWith(db, hash),
      };
    }),
    issuedAt: nowInstant(deps.clock),
  };
  return receiptSchema.parse({
    statement,
    publicKey: identity.publicPem,
    signature: signBytes(identity, toCanonicalBytes(statement)).toString('base64'),
  });
}

async function toPage(deps: ServiceDeps, receipt: Receipt, input: MakeReceiptInput): Promise<Uint8Array> {
  const name = basename(input.path);
  if (input.readable === 'text')
    return Buffer.from(toReceiptText(receipt, name, deps.clock.timeZone), 'utf8');
  return requirePrinter(deps).print(toPrintedReceipt(receipt, name, deps.clock.timeZone, input.pageSize));
}

function besides(path: string, extension: string): string {
  return pathWithoutFile(dirname(path), basename(path, extname(path)), extension);
}

function toLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').trim() || '-';
}
