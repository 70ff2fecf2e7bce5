import { AppError } from '@shared/contract/errors';
import type { ImportOutcome, ImportRow, SignerStanding } from '@shared/contract/bundle';
import type { Person } from '@shared/model/person';
import type { Instant } from '@shared/model/time';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import { saveBundleIn } from '../store/bundles-in';
import { transact, type ReadDb, type WriteDb } from '../store/database';
import { noteInstant } from '../store/facts';
import { saveReceived } from '../store/received';
import { isRevoked, saveKey } from '../store/signing-keys';
import type { Store } from '../store/stores';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { standingOf } from './enrolment';
import { heldSentence } from './import-words';
import type { Content } from './intake-content';

/** What merging did. */
export interface Merged {
  readonly outcome: ImportOutcome;
  readonly sentence: string;
  readonly isLate: boolean;
}

/** How one kind of bundle comes into a store. */
export interface Intake<Work extends Content> {
  /** What the bundle holds for this store. Refused: any BUNDLE_ code, PAPER_NOT_FOUND. Changes nothing. */
  read(db: ReadDb, bundle: VerifiedBundle): Work;
  /** What to say when all of it is here already; null when something is not. */
  alreadySentence(db: ReadDb, bundle: VerifiedBundle, work: Work): string | null;
  /** Takes it in. Called inside a transaction. */
  merge(db: WriteDb, bundle: VerifiedBundle, work: Work, now: Instant): Merged;
}

/** Refused: BUNDLE_REVOKED_KEY when an organizer has taken back the key that signed a bundle. */
export function refuseRevoked(db: ReadDb, { fileName, header }: VerifiedBundle, author: Person): void {
  if (!isRevoked(db, header.author.person, header.author.fingerprint)) return;
  throw new AppError(
    'BUNDLE_REVOKED_KEY',
    `${fileName} is signed with a key of ${author.name} that an organizer has revoked. Nothing was imported; ask ${author.name} to export it again with their new key.`,
    `key ${header.author.fingerprint}`,
  );
}

/** The store that a bundle is for. Refused: BUNDLE_WRONG_VENUE when the venue is not on this computer. */
export function openReceiver(deps: ServiceDeps, bundle: VerifiedBundle): Store {
  const { venue } = bundle.header;
  if (deps.stores.has(venue)) return deps.stores.open(venue);
  throw new AppError(
    'BUNDLE_WRONG_VENUE',
    `${bundle.fileName} is for ${venue}, a venue that is not on this computer. Only its chairs and organizers can import it.`,
    `venue ${venue}`,
  );
}

/**
 * Takes a bundle in, in one transaction, as far as its signer is to be believed. One whose signer is not known for its
 * author is held: kept aside, listed, and not merged until a person accepts.
 *
 * Refused: BUNDLE_REVOKED_KEY, and whatever the intake refuses.
 */
export function admitBundle<Work extends Content>(
  deps: ServiceDeps,
  intake: Intake<Work>,
  bundle: VerifiedBundle,
  job: JobControl,
): ImportRow {
  const { db } = openReceiver(deps, bundle);
  const now = nowInstant(deps.clock);
  job.checkpoint();
  const work = readOrWait(db, intake, bundle);
  if (work instanceof AppError) return keepWaiting(db, bundle, work, now);
  refuseRevoked(db, bundle, work.author);
  const already = intake.alreadySentence(db, bundle, work);
  if (already !== null) return toRow(bundle, work, { outcome: 'already', sentence: already, isLate: false });
  const standing = standingOf(db, bundle.header);
  if (standing === 'unknown' || standing === 'changed') return hold(db, bundle, work, standing, now);
  return takeIn(db, intake, bundle, work, standing === 'enrolled' ? 'enrolment' : null, now);
}

/** Takes in a held bundle whose signer a person has just accepted. */
export function admitAccepted<Work extends Content>(
  deps: ServiceDeps,
  intake: Intake<Work>,
  bundle: VerifiedBundle,
): ImportRow {
  const { db } = openReceiver(deps, bundle);
  const work = intake.read(db, bundle);
  refuseRevoked(db, bundle, work.author);
  return takeIn(db, intake, bundle, work, 'acceptance', nowInstant(deps.clock));
}

/**
 * Takes in a bundle that came inside another, by its own signature. To be called in the transaction of the outer one.
 *
 * @throws AppError as {@link admitBundle}
 */
export function mergeNested<Work extends Content>(
  db: WriteDb,
  intake: Intake<Work>,
  bundle: VerifiedBundle,
  now: Instant,
): ImportOutcome {
  const work = intake.read(db, bundle);
  refuseRevoked(db, bundle, work.author);
  if (intake.alreadySentence(db, bundle, work) !== null) return 'already';
  const standing = standingOf(db, bundle.header);
  if (standing === 'unknown' || standing === 'changed') return hold(db, bundle, work, standing, now).outcome;
  return takeIn(db, intake, bundle, work, standing === 'enrolled' ? 'enrolment' : null, now).outcome;
}

function takeIn<Work extends Content>(
  db: WriteDb,
  intake: Intake<Work>,
  bundle: VerifiedBundle,
  work: Work,
  newTrust: 'enrolment' | 'acceptance' | null,
  now: Instant,
): ImportRow {
  const { header } = bundle;
  return transact(db, () => {
    if (newTrust !== null) saveKey(db, work.author.id, header.author.fingerprint, newTrust, now);
    saveBundleIn(db, header, 'imported', bundle.fileName, now);
    saveReceived(db, header.id, wholeOf(bundle));
    const merged = intake.merge(db, bundle, work, now);
    noteInstant(db, now);
    return toRow(bundle, work, merged);
  });
}

function hold(
  db: WriteDb,
  bundle: VerifiedBundle,
  work: Content,
  standing: SignerStanding,
  now: Instant,
): ImportRow {
  keepHeld(db, bundle, now);
  const sentence = heldSentence(bundle.fileName, work.author, standing);
  return toRow(bundle, work, { outcome: 'held', sentence, isLate: false });
}

/** What a bundle holds, or why that waits: its papers or its author may come with a later assignment. */
function readOrWait<Work extends Content>(
  db: ReadDb,
  intake: Intake<Work>,
  bundle: VerifiedBundle,
): Work | AppError {
  try {
    return intake.read(db, bundle);
  } catch (error) {
    if (error instanceof AppError && WAITING.has(error.code)) return error;
    throw error;
  }
}

/** None of its papers, or not its author, is known here yet. */
const WAITING: ReadonlySet<string> = new Set(['PAPER_NOT_FOUND', 'BUNDLE_UNKNOWN_SIGNER']);

function keepWaiting(db: WriteDb, bundle: VerifiedBundle, why: AppError, now: Instant): ImportRow {
  keepHeld(db, bundle, now);
  return {
    fileName: bundle.fileName,
    venue: bundle.header.venue,
    kind: bundle.header.kind,
    outcome: 'held',
    sentence: `${why.message} It is kept, and comes in by itself once an assignment bundle brings what it is about.`,
    isLate: false,
    error: null,
    bundle: bundle.header.id,
    author: null,
    papers: [],
  };
}

function keepHeld(db: WriteDb, bundle: VerifiedBundle, now: Instant): void {
  transact(db, () => {
    saveBundleIn(db, bundle.header, 'held', bundle.fileName, now);
    saveReceived(db, bundle.header.id, wholeOf(bundle));
  });
}

/** All bytes of a bundle as it was signed, decrypted. */
function wholeOf(bundle: VerifiedBundle): Buffer {
  const whole = Buffer.allocUnsafe(bundle.sizeBytes);
  let at = 0;
  bundle.copyTo((chunk) => {
    whole.set(chunk, at);
    at += chunk.length;
  });
  return whole.subarray(0, at);
}

function toRow({ fileName, header }: VerifiedBundle, work: Content, merged: Merged): ImportRow {
  return {
    fileName,
    venue: header.venue,
    kind: header.kind,
    ...merged,
    error: null,
    bundle: header.id,
    author: work.author.name,
    papers: work.papers,
  };
}
