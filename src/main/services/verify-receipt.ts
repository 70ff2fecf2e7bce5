import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { ReceiptCheck, ReceiptSigner } from '@shared/contract/receipt';
import type { Fingerprint, PaperNumber, PersonId, Sha256, VenueId } from '@shared/model/ids';
import { receiptSchema, RECEIPT_FORMAT, type Receipt, type ReceiptStatement } from '@shared/model/receipt';
import { makeVisible } from '@shared/rules/visible-text';
import { toCanonicalBytes } from '../bundle/canonical-json';
import { fingerprintOf, isSignedBy } from '../bundle/keys';
import type { ReadDb } from '../store/database';
import { getDraft } from '../store/drafts';
import { getSelf } from '../store/facts';
import { getPerson } from '../store/people';
import { hasRevisionOn } from '../store/revisions';
import { listKnownKeys, type KnownKey } from '../store/signing-keys';
import type { ServiceDeps } from './deps';
import { reviewIdOf } from './identifiers';
import { ownRevision } from './own-revision';

/** The largest receipt that is read: a thousand reviews take less than half of it. */
const MAX_SIZE_BYTES = 1 << 20;

/**
 * Checks a receipt: its form, that its key is the one that it names, its signature; and, where the venue is on this
 * computer, whose key that is and whether the very reviews are here. How the JSON is written (spaces, order) is no matter.
 *
 * Refused: FILE_UNREADABLE.
 */
export function verifyReceipt(
  deps: ServiceDeps,
  { path, ownFingerprint }: { readonly path: string; readonly ownFingerprint: Fingerprint | null },
): ReceiptCheck {
  const fileName = basename(path);
  const receipt = readReceipt(path, fileName);
  if (typeof receipt === 'string') return { isValid: false, fileName, reason: receipt };
  const { statement, publicKey, signature } = receipt;
  if (!isKeyOf(publicKey, statement)) {
    return {
      isValid: false,
      fileName,
      reason: 'The key in it is not the key whose fingerprint it names. Somebody changed it.',
    };
  }
  if (!isSignedBy(publicKey, toCanonicalBytes(statement), Buffer.from(signature, 'base64'))) {
    return {
      isValid: false,
      fileName,
      reason: 'The signature does not fit what it says: something in it was changed after it was signed.',
    };
  }
  return { isValid: true, fileName, statement, ...standingHere(deps, statement, ownFingerprint) };
}

/** A receipt, or why the file is none. */
function readReceipt(path: string, fileName: string): Receipt | string {
  let text: string;
  try {
    if (statSync(path).size > MAX_SIZE_BYTES) return 'It is far larger than any receipt.';
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new AppError(
      'FILE_UNREADABLE',
      `${fileName} cannot be read. Check the file and try again.`,
      (error as NodeJS.ErrnoException).code ?? null,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'It is no receipt: not JSON.';
  }
  const format = (value as { readonly statement?: { readonly format?: unknown } } | null)?.statement?.format;
  if (typeof format !== 'string' || !format.startsWith('referee-receipt/')) {
    return 'It is JSON, but no receipt of Referee.';
  }
  if (format !== RECEIPT_FORMAT) {
    return `It is a receipt in the format ${makeVisible(format, 40)}, which a newer Referee reads.`;
  }
  const parsed = receiptSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return `It does not follow the receipt format: ${makeVisible(issue?.path.join('.') ?? '')}: ${makeVisible(issue?.message ?? '')}.`;
}

function isKeyOf(publicKey: string, { reviewer }: ReceiptStatement): boolean {
  try {
    return fingerprintOf(publicKey) === reviewer.fingerprint;
  } catch {
    return false;
  }
}

function standingHere(
  deps: ServiceDeps,
  statement: ReceiptStatement,
  ownFingerprint: Fingerprint | null,
): { readonly signer: ReceiptSigner; readonly matching: readonly PaperNumber[] } {
  const { venue, reviewer, reviews } = statement;
  const isMine = reviewer.fingerprint === ownFingerprint;
  if (!deps.stores.has(venue.id)) return { signer: isMine ? 'mine' : 'unknown', matching: [] };
  const { db } = deps.stores.open(venue.id);
  const known = listKnownKeys(db).find((key) => key.fingerprint === reviewer.fingerprint);
  // The digest of somebody else's review is no secret: whose review it is decides, not that it is here.
  const author = isMine ? getSelf(db) : known?.person;
  const matching = reviews.flatMap(({ paper, revision }) =>
    author !== undefined && isHere(db, { paper, revision, author, venue: venue.id }) ? [paper] : [],
  );
  return { signer: isMine ? 'mine' : signerOf(db, reviewer, known), matching };
}

/** A review that a receipt claims, and whose key signed that. */
interface Claimed {
  readonly paper: PaperNumber;
  readonly revision: Sha256;
  readonly author: PersonId;
  readonly venue: VenueId;
}

/** Whether a review of theirs is here in this revision: among those that came in or went out, or as my draft stands. */
function isHere(db: ReadDb, { paper, revision, author, venue }: Claimed): boolean {
  if (hasRevisionOn(db, revision, paper, author)) return true;
  if (author !== getSelf(db)) return false;
  const draft = getDraft(db, reviewIdOf(venue, paper, author));
  return draft !== undefined && ownRevision(db, { paper, draft, me: author }).hash === revision;
}

function signerOf(
  db: ReadDb,
  { name }: ReceiptStatement['reviewer'],
  known: KnownKey | undefined,
): ReceiptSigner {
  if (known === undefined) return 'unknown';
  if (known.isRevoked) return 'revoked';
  return getPerson(db, known.person)?.name === name ? 'known' : 'another';
}
