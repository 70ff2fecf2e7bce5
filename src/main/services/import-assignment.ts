import { AppError } from '@shared/contract/errors';
import type { ImportRow } from '@shared/contract/bundle';
import { assignmentPayloadSchema, type AssignmentPayload } from '@shared/model/bundle';
import type { Instant } from '@shared/model/time';
import { paperSchema, type Paper } from '@shared/model/paper';
import type { Person } from '@shared/model/person';
import { venueSchema, type Venue } from '@shared/model/venue';
import { parseCanonical } from '../bundle/canonical-json';
import { ASSIGNMENT_PATH, paperPath, VENUE_PATH } from '../bundle/payload';
import { isSigningKey } from '../bundle/keys';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import { replaceAssignments } from '../store/assignments';
import { saveBlob } from '../store/blobs';
import { getBundleState, newestSequence, saveBundleIn } from '../store/bundles-in';
import { transact, type ReadDb, type WriteDb } from '../store/database';
import { getSelf, noteInstant, saveSelf } from '../store/facts';
import { savePaper } from '../store/papers';
import { savePerson } from '../store/people';
import { saveKey } from '../store/signing-keys';
import type { Store } from '../store/stores';
import { saveVenue } from '../store/venues';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { keepInvitation, standingOf } from './enrolment';

/** What an assignment bundle holds, parsed and held together. */
export interface AssignmentContent {
  readonly venue: Venue;
  readonly payload: AssignmentPayload;
  readonly papers: readonly Paper[];
  readonly recipient: Person;
}

/**
 * Imports an assignment bundle: makes the venue's store, or brings it up to date. PDFs go to the blob folder first, all
 * else in one transaction. Drafts on papers that are no longer assigned stay.
 *
 * Refused: BUNDLE_INVALID, BUNDLE_WRONG_PERSON, BUNDLE_UNKNOWN_SIGNER (another key than the venue's first bundle).
 */
export function importAssignment(deps: ServiceDeps, bundle: VerifiedBundle, job: JobControl): ImportRow {
  const { header } = bundle;
  const content = readAssignment(bundle);
  const row = (outcome: ImportRow['outcome'], sentence: string): ImportRow => ({
    fileName: bundle.fileName,
    outcome,
    sentence,
    error: null,
    bundle: header.id,
    author: personName(content, header.author.person),
    papers: content.papers.map((paper) => paper.number),
    isLate: false,
  });
  const now = nowInstant(deps.clock);
  const fill = (store: Store): void => {
    copyPdfs(store, bundle, content.papers, job);
    transact(store.db, () => {
      writeContent(store.db, bundle, content, now);
    });
  };
  const count = `${content.papers.length} ${content.papers.length === 1 ? 'paper' : 'papers'}`;
  if (!deps.stores.has(header.venue)) {
    deps.stores.create(header.venue, fill);
    return row('added', `${content.venue.shortName} was added with ${count} for ${content.recipient.name}.`);
  }
  const store = deps.stores.open(header.venue);
  checkMine(store.db, bundle, content);
  if (getBundleState(store.db, header.id) === 'imported')
    return row('already', `${bundle.fileName} was imported before. Nothing changed.`);
  if (newestSequence(store.db, header.author.person, 'assignment') > header.sequence) {
    transact(store.db, () => {
      saveBundleIn(store.db, header, 'imported', bundle.fileName, now);
    });
    return row(
      'older',
      `A newer assignment from ${personName(content, header.author.person)} is here already. Nothing changed.`,
    );
  }
  fill(store);
  return row(
    'updated',
    `${content.venue.shortName} was brought up to date: ${count} for ${content.recipient.name}.`,
  );
}

/**
 * Reads and checks what an assignment bundle says.
 *
 * @throws AppError BUNDLE_INVALID
 */
export function readAssignment(bundle: VerifiedBundle): AssignmentContent {
  const venue = parseCanonical(bundle.read(VENUE_PATH), venueSchema, VENUE_PATH);
  const payload = parseCanonical(bundle.read(ASSIGNMENT_PATH), assignmentPayloadSchema, ASSIGNMENT_PATH);
  const papers = payload.papers.map((number) => {
    const path = paperPath(number, 'paper.json');
    const paper = parseCanonical(bundle.read(path), paperSchema, path);
    const pdf = paperPath(number, 'paper.pdf');
    demand(bundle, paper.number === number, `${path} is about paper ${paper.number}`);
    demand(
      bundle,
      bundle.manifest.get(pdf) === paper.pdf.sha256 && bundle.sizeOf(pdf) === paper.pdf.sizeBytes,
      `${path} names another PDF than ${pdf}`,
    );
    return paper;
  });
  const recipient = payload.people.find((person) => person.id === payload.recipient);
  const people = new Set(payload.people.map((person) => person.id));
  const numbers = new Set(payload.papers);
  demand(
    bundle,
    venue.id === bundle.header.venue && venue.revision === bundle.header.venueRevision,
    'the header names another venue',
  );
  demand(bundle, people.has(bundle.header.author.person), 'its author is not among its people');
  demand(bundle, numbers.size === payload.papers.length, 'a paper is listed twice');
  demand(bundle, people.size === payload.people.length, 'a person is listed twice');
  demand(
    bundle,
    payload.invitation === null || isSigningKey(payload.invitation),
    'its invitation is not a key',
  );
  demand(bundle, bundle.manifest.size === 3 + 2 * numbers.size, 'it holds papers that it does not list');
  demand(
    bundle,
    payload.assignments.every((assignment) => numbers.has(assignment.paper) && people.has(assignment.person)),
    'an assignment names a paper or person that is not in it',
  );
  if (recipient === undefined) throw invalid(bundle, 'its recipient is not among its people');
  return { venue, payload, papers, recipient };
}

function personName(content: AssignmentContent, id: string): string {
  return content.payload.people.find((person) => person.id === id)?.name ?? id;
}

/** Whether a venue's store may take this assignment. Refused: BUNDLE_WRONG_PERSON, BUNDLE_UNKNOWN_SIGNER. */
export function checkMine(db: ReadDb, bundle: VerifiedBundle, content: AssignmentContent): void {
  const self = getSelf(db);
  if (self !== content.recipient.id) {
    throw new AppError(
      'BUNDLE_WRONG_PERSON',
      `${bundle.fileName} is for ${content.recipient.name}, and this computer holds another person's work for ${content.venue.shortName}. Ask for the bundle made for you.`,
    );
  }
  const standing = standingOf(db, bundle.header);
  if (standing === 'changed' || standing === 'unknown') {
    throw new AppError(
      'BUNDLE_UNKNOWN_SIGNER',
      `${bundle.fileName} is signed with another key than this venue's earlier bundles. Nothing was imported; ask the organizers by a way you trust whether they changed their key.`,
      `key ${bundle.header.author.fingerprint}`,
    );
  }
}

function copyPdfs(store: Store, bundle: VerifiedBundle, papers: readonly Paper[], job: JobControl): void {
  for (const [index, paper] of papers.entries()) {
    job.checkpoint();
    job.progress(`Importing paper ${paper.number}`, index, papers.length);
    saveBlob(store.folder, paper.pdf.sha256, (write) => {
      bundle.stream(paperPath(paper.number, 'paper.pdf'), write);
    });
  }
}

function writeContent(db: WriteDb, bundle: VerifiedBundle, content: AssignmentContent, now: Instant): void {
  const { header } = bundle;
  saveVenue(db, content.venue);
  for (const person of content.payload.people) savePerson(db, person);
  saveSelf(db, content.recipient.id);
  for (const paper of content.papers) savePaper(db, paper);
  replaceAssignments(db, content.payload.assignments);
  keepInvitation(db, content.payload.invitation);
  saveKey(db, header.author.person, header.author.fingerprint, 'first', now);
  saveBundleIn(db, header, 'imported', bundle.fileName, now);
  noteInstant(db, header.created);
}

function demand(bundle: VerifiedBundle, holds: boolean, rule: string): void {
  if (!holds) throw invalid(bundle, rule);
}

function invalid(bundle: VerifiedBundle, rule: string): AppError {
  return new AppError(
    'BUNDLE_INVALID',
    `${bundle.fileName} does not follow the bundle format. Tell whoever sent it; the detail below says where.`,
    rule,
  );
}
