import { assignmentPayloadSchema, type AssignmentPayload } from '@shared/model/bundle';
import type { Sha256 } from '@shared/model/ids';
import { paperSchema, type Paper } from '@shared/model/paper';
import type { Person } from '@shared/model/person';
import { venueSchema, type Venue } from '@shared/model/venue';
import { parseAgeIdentity } from '../bundle/age/age-keys';
import { parseCanonical } from '../bundle/canonical-json';
import { isSigningKey } from '../bundle/keys';
import { ASSIGNMENT_PATH, paperPath, VENUE_PATH } from '../bundle/payload';
import { BundleRefusal } from '../bundle/refusals';
import type { VerifiedBundle } from '../bundle/verify-bundle';

/** What an assignment bundle holds, parsed and held together. */
export interface AssignmentContent {
  readonly venue: Venue;
  readonly payload: AssignmentPayload;
  readonly papers: readonly Paper[];
  readonly recipient: Person;
  readonly author: Person;
}

/**
 * Reads and checks what an assignment bundle says, without any store.
 *
 * @throws BundleRefusal BUNDLE_INVALID
 */
export function readAssignment(bundle: VerifiedBundle): AssignmentContent {
  const { header } = bundle;
  const venue = readVenue(bundle);
  const payload = parseCanonical(bundle.read(ASSIGNMENT_PATH), assignmentPayloadSchema, ASSIGNMENT_PATH);
  const papers = payload.papers.map((number) => readPaper(bundle, number));
  const people = new Map(payload.people.map((person) => [person.id, person]));
  const numbers = new Set(payload.papers);
  const recipient = people.get(payload.recipient);
  const author = people.get(header.author.person);
  if (recipient === undefined) throw invalid('its recipient is not among its people');
  if (author === undefined) throw invalid('its author is not among its people');
  demandAuthority(header.author.person, payload, author);
  demand(
    venue.id === header.venue && venue.revision === header.venueRevision,
    'the header names another venue',
  );
  demand(numbers.size === payload.papers.length, 'a paper is listed twice');
  demand(people.size === payload.people.length, 'a person is listed twice');
  demand(payload.invitation === null || isSigningKey(payload.invitation), 'its invitation is not a key');
  demand(isOwnReplyKey(payload.replyKey, recipient), 'its reply key is not its recipient’s');
  demand(bundle.manifest.size === 3 + 2 * numbers.size, 'it holds papers that it does not list');
  demand(
    payload.assignments.every(({ paper, person }) => numbers.has(paper) && people.has(person)),
    'an assignment names a paper or person that is not in it',
  );
  return { venue, payload, papers, recipient, author };
}

/**
 * Organizers speak for the venue. A reviewer may hand one paper on, in their own name, to one person, and give nobody any
 * other role by that.
 */
function demandAuthority(
  person: Person['id'],
  { onBehalfOf, recipient, people, papers, assignments }: AssignmentPayload,
  author: Person,
): void {
  if (onBehalfOf === undefined) {
    demand(author.roles.includes('organizer'), 'its author is not an organizer');
    return;
  }
  demand(onBehalfOf === person && recipient !== person, 'it is on behalf of somebody else than its author');
  demand(papers.length === 1, 'it hands over more than one paper');
  demand(
    people.every(({ roles }) => roles.length === 1 && roles[0] === 'reviewer') && people.length === 2,
    'it speaks of others than its author and its recipient as reviewers',
  );
  demand(
    assignments.every((assignment) => assignment.person === recipient && assignment.role === 'reviewer'),
    'it assigns something to another than its recipient',
  );
}

/** The venue file that was read last. */
let lastVenue: { readonly sha256: Sha256; readonly venue: Venue } | null = null;

/** Bundles of one venue mostly hold the same file of it, which is parsed once. */
function readVenue(bundle: VerifiedBundle): Venue {
  const sha256 = bundle.manifest.get(VENUE_PATH);
  if (sha256 !== undefined && lastVenue?.sha256 === sha256) return lastVenue.venue;
  const venue = parseCanonical(bundle.read(VENUE_PATH), venueSchema, VENUE_PATH);
  if (sha256 !== undefined) lastVenue = { sha256, venue };
  return venue;
}

/** The private half must belong to the public half that others encrypt to. */
function isOwnReplyKey(replyKey: string | undefined, recipient: Person): boolean {
  if (replyKey === undefined) return true;
  try {
    return parseAgeIdentity(replyKey).recipient === recipient.recipient;
  } catch {
    return false;
  }
}

function readPaper(bundle: VerifiedBundle, number: AssignmentPayload['papers'][number]): Paper {
  const path = paperPath(number, 'paper.json');
  const pdf = paperPath(number, 'paper.pdf');
  const paper = parseCanonical(bundle.read(path), paperSchema, path);
  demand(paper.number === number, `${path} is about paper ${paper.number}`);
  demand(
    bundle.manifest.get(pdf) === paper.pdf.sha256 && bundle.sizeOf(pdf) === paper.pdf.sizeBytes,
    `${path} names another PDF than ${pdf}`,
  );
  return paper;
}

function demand(holds: boolean, rule: string): void {
  if (!holds) throw invalid(rule);
}

function invalid(rule: string): BundleRefusal {
  return new BundleRefusal('BUNDLE_INVALID', rule);
}
