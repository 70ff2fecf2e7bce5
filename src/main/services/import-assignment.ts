import { AppError } from '@shared/contract/errors';
import type { ImportRow } from '@shared/contract/bundle';
import type { Paper } from '@shared/model/paper';
import type { Instant } from '@shared/model/time';
import type { Venue } from '@shared/model/venue';
import { findShortcomings } from '@shared/rules/review-completeness';
import { toCanonicalBytes } from '../bundle/canonical-json';
import { paperPath } from '../bundle/payload';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import { saveAssignments } from '../store/assignments';
import { assertionOf } from '../store/assertion';
import { startBlobs } from '../store/blob-batch';
import { isBlobWhole } from '../store/blobs';
import { getBundleState, saveBundleIn } from '../store/bundles-in';
import { transact, type ReadDb, type WriteDb } from '../store/database';
import { listDrafts, saveReadiness } from '../store/drafts';
import {
  getHandedBy,
  getNewestAssertion,
  getSelf,
  noteAssertion,
  noteInstant,
  saveHandedBy,
  saveInvitation,
  saveReplyKey,
  saveSelf,
} from '../store/facts';
import { getPaper, savePaper } from '../store/papers';
import { getPerson, savePerson } from '../store/people';
import { saveKey, saveRevokedKey } from '../store/signing-keys';
import type { Store } from '../store/stores';
import { isBlobInPlace } from '../store/suspect-blobs';
import { getVenue, saveVenue } from '../store/venues';
import { readAssignment, type AssignmentContent } from './assignment-content';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { standingOf } from './enrolment';
import { readmitReceived } from './intakes';

/**
 * Imports an assignment bundle: makes the venue's store, or brings it up to date. PDFs go to the blob folder first, all
 * else in one transaction. Drafts on papers that are no longer assigned stay.
 *
 * Only an organizer that this store knows, with the key it knows, may change it; what the bundle says of its author's
 * roles counts for the first bundle of a venue alone, which a person has looked at.
 *
 * Refused: BUNDLE_INVALID, BUNDLE_WRONG_PERSON, BUNDLE_UNKNOWN_SIGNER.
 */
export function importAssignment(deps: ServiceDeps, bundle: VerifiedBundle, job: JobControl): ImportRow {
  const { header } = bundle;
  const content = readAssignment(bundle);
  const row = (outcome: ImportRow['outcome'], sentence: string): ImportRow => ({
    fileName: bundle.fileName,
    venue: header.venue,
    kind: header.kind,
    outcome,
    sentence,
    error: null,
    bundle: header.id,
    author: content.author.name,
    papers: content.papers.map((paper) => paper.number),
    isLate: false,
  });
  const now = nowInstant(deps.clock);
  const count = `${content.papers.length} ${content.papers.length === 1 ? 'paper' : 'papers'}`;
  if (!deps.stores.has(header.venue)) {
    deps.stores.create(header.venue, (store) => {
      copyPdfs(store, bundle, content.papers, job);
      transact(store.db, () => {
        writeContent(store.db, bundle, content, now);
        saveKey(store.db, header.author.person, header.author.fingerprint, 'first', now);
      });
    });
    return row('added', `${content.venue.shortName} was added with ${count} for ${content.recipient.name}.`);
  }
  const store = deps.stores.open(header.venue);
  checkMine(store.db, bundle, content);
  if (getBundleState(store.db, header.id) === 'imported') {
    // The header and the digests are signed and known: where its PDFs are here, none is read again.
    const lost = content.papers.filter(({ pdf }) => !isBlobInPlace(store.folder, pdf));
    const mended = copyPdfs(store, bundle, lost, job);
    return mended === 0
      ? row('already', `${bundle.fileName} was imported before. Nothing changed.`)
      : row(
          'updated',
          `${bundle.fileName} was imported before; ${mended} lost or damaged PDFs were put back.`,
        );
  }
  const isOlder = assertionOf(header) < getNewestAssertion(store.db);
  copyPdfs(store, bundle, content.papers, job);
  const hasMore = bringsMore(store.db, content);
  transact(store.db, () => {
    writeContent(store.db, bundle, content, now);
    takeBackIncomplete(store.db, now);
    if (hasMore) readmitReceived(store.db, now);
  });
  if (isOlder) {
    return row(
      'older',
      `A newer assignment from ${content.author.name} is here already. What only this one has was added; nothing else changed.`,
    );
  }
  return row(
    'updated',
    `${content.venue.shortName} was brought up to date: ${count} for ${content.recipient.name}.`,
  );
}

/**
 * Whether a venue's store may take this assignment. Refused: BUNDLE_WRONG_PERSON, BUNDLE_UNKNOWN_SIGNER, BUNDLE_INVALID
 * (another venue file under the revision that is here).
 */
export function checkMine(db: ReadDb, bundle: VerifiedBundle, content: AssignmentContent): void {
  const self = getSelf(db);
  if (self !== content.recipient.id) {
    throw new AppError(
      'BUNDLE_WRONG_PERSON',
      `${bundle.fileName} is for ${content.recipient.name}, and this computer holds another person's work for ${content.venue.shortName}. Ask for the bundle made for you.`,
    );
  }
  if (getPerson(db, content.recipient.id)?.roles.includes('organizer') === true) {
    throw new AppError(
      'BUNDLE_WRONG_PERSON',
      `You organize ${content.venue.shortName} on this computer: all that ${bundle.fileName} holds is here already. Nothing was imported.`,
    );
  }
  const { person, fingerprint } = bundle.header.author;
  const isHandOver = content.payload.onBehalfOf !== undefined;
  if (isHandOver && getHandedBy(db) === null) {
    throw new AppError(
      'BUNDLE_WRONG_PERSON',
      `${bundle.fileName} hands paper ${content.papers[0]?.number ?? ''} of ${content.venue.shortName} over to you, and you review for this venue yourself on this computer. Nothing was imported; ask ${content.author.name} to have the chairs assign it to you.`,
    );
  }
  const speaksForVenue = isHandOver
    ? getHandedBy(db) === person
    : getPerson(db, person)?.roles.includes('organizer') === true;
  if (!speaksForVenue || standingOf(db, bundle.header) !== 'known') {
    throw new AppError(
      'BUNDLE_UNKNOWN_SIGNER',
      `${bundle.fileName} is not signed with the key of this venue's organizer. Nothing was imported; ask the organizers, by a way you trust, whether they changed their key.`,
      `key ${fingerprint}`,
    );
  }
  const known = getVenue(db);
  if (known.revision === content.venue.revision && !isSameVenue(known, content.venue)) {
    throw new AppError(
      'BUNDLE_INVALID',
      `${bundle.fileName} describes ${content.venue.shortName} otherwise than what is here, under the same revision ${known.revision}. Nothing was imported; ask the organizers to raise the revision and send it again.`,
      'two venue files of one revision must be equal',
    );
  }
}

const canonicalVenues = new WeakMap<Venue, Buffer>();

function isSameVenue(one: Venue, other: Venue): boolean {
  return canonicalBytesOf(one).equals(canonicalBytesOf(other));
}

/** Many bundles of one venue hold the same few files of it. */
function canonicalBytesOf(venue: Venue): Buffer {
  const bytes = canonicalVenues.get(venue) ?? toCanonicalBytes(venue);
  canonicalVenues.set(venue, bytes);
  return bytes;
}

/** Whether papers or people are new here, so that what came in before may concern this store in more than it did. */
function bringsMore(db: ReadDb, { papers, payload }: AssignmentContent): boolean {
  return (
    papers.some(({ number }) => getPaper(db, number) === undefined) ||
    payload.people.some(({ id }) => getPerson(db, id) === undefined)
  );
}

/**
 * Checks PDFs of a bundle and puts those that are missing or damaged here into the blob folder, all or none; answers how
 * many. This is the one time that they are read.
 */
function copyPdfs(store: Store, bundle: VerifiedBundle, papers: readonly Paper[], job: JobControl): number {
  const blobs = startBlobs(store.folder);
  try {
    let copied = 0;
    for (const [index, { number, pdf }] of papers.entries()) {
      job.checkpoint();
      job.progress(`Importing paper ${number}`, index, papers.length);
      const path = paperPath(number, 'paper.pdf');
      if (isBlobWhole(store.folder, pdf.sha256)) {
        bundle.stream(path, job.checkpoint);
        continue;
      }
      blobs.add(pdf.sha256, (write) => {
        bundle.stream(path, (chunk) => {
          job.checkpoint();
          write(chunk);
        });
      });
      copied += 1;
    }
    blobs.publish();
    return copied;
  } finally {
    blobs.discard();
  }
}

function writeContent(db: WriteDb, bundle: VerifiedBundle, content: AssignmentContent, now: Instant): void {
  const { header } = bundle;
  const { payload } = content;
  const assertion = assertionOf(header);
  const newest = noteAssertion(db, assertion);
  saveVenue(db, content.venue);
  for (const person of payload.people) {
    savePerson(db, person, assertion);
    for (const key of person.revokedKeys ?? []) saveRevokedKey(db, person.id, key, now);
  }
  saveSelf(db, content.recipient.id);
  if (payload.onBehalfOf !== undefined) saveHandedBy(db, payload.onBehalfOf);
  for (const paper of content.papers) savePaper(db, paper, assertion);
  saveAssignments(db, payload.assignments, assertion, newest);
  if (assertion === newest) {
    if (payload.invitation !== null) saveInvitation(db, payload.invitation);
    if (payload.replyKey !== undefined) saveReplyKey(db, payload.replyKey);
  }
  saveBundleIn(db, header, 'imported', bundle.fileName, now);
  // The organizer's clock is a second opinion on ours; a reviewer's is not.
  noteInstant(db, header.created);
  noteInstant(db, now);
}

/** A changed form may ask more of a review than it did when it was marked ready. */
function takeBackIncomplete(db: WriteDb, now: Instant): void {
  const { form } = getVenue(db);
  const me = getSelf(db);
  if (me === undefined) return;
  for (const { review, paper, isReady, answers } of listDrafts(db)) {
    if (isReady && findShortcomings(form, answers).length > 0) {
      saveReadiness(db, { review, paper, reviewer: me }, false, now);
    }
  }
}
