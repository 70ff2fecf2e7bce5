import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '@main/bundle/bag';
import { toCanonicalBytes } from '@main/bundle/canonical-json';
import type { Identity } from '@main/bundle/keys';
import { ASSIGNMENT_PATH, paperPath, VENUE_PATH } from '@main/bundle/payload';
import { signBundle, type PayloadFile } from '@main/bundle/write-bundle';
import { readBuiltInVenue } from '@main/services/create-venue';
import { personIdOf } from '@main/services/identifiers';
import type { AssignmentPayload } from '@shared/model/bundle';
import type { BundleId, PaperNumber, VenueId } from '@shared/model/ids';
import type { Paper } from '@shared/model/paper';
import type { Person } from '@shared/model/person';
import type { Instant } from '@shared/model/time';
import { keepIdentity, withMachine } from './machine';
import { paperFile } from './papers';
import { writeOut } from './write-out';
import { ABSTRACT, ORGANIZER, reviewerEmail, titleOf } from './venue';

/** A venue of its own, so that a reviewer of another one can go on with that meanwhile. */
const GROWING_VENUE = 'one-by-one-2026' as VenueId;

/** A reviewer who is sent one paper after the other. */
export interface GrowingPlan {
  /** The organizer's computer: its key signs. */
  readonly machine: string;
  readonly pdfFolder: string;
  readonly count: number;
  readonly out: string;
}

/**
 * Writes the bundles of one reviewer who is assigned one paper after the other: the n-th brings paper n with its PDF and
 * supersedes those before it. Answers their paths, oldest first.
 */
export function makeGrowingAssignment({ machine, pdfFolder, count, out }: GrowingPlan): readonly string[] {
  mkdirSync(out, { recursive: true });
  const identity = keepIdentity(machine);
  const venue = { ...withMachine(machine, readBuiltInVenue), id: GROWING_VENUE };
  const venueBytes = toCanonicalBytes(venue);
  const supersedes: BundleId[] = [];
  return Array.from({ length: count }, (_, index) => {
    const path = join(out, `assignment-${String(index + 1).padStart(4, '0')}.referee`);
    const payload = payloadOf(pdfFolder, (index + 1) as PaperNumber);
    const bundle = signBundle(
      {
        kind: 'assignment',
        venue: venue.id,
        venueRevision: venue.revision,
        created: new Date(Date.parse('2026-05-01T00:00:00Z') + index * 60_000).toISOString() as Instant,
        application: { name: 'Referee', version: '0.0.0' },
        author: authorOf(identity),
        sequence: index + 1,
        supersedes: [...supersedes],
      },
      new Map([...payload, [VENUE_PATH, { bytes: venueBytes }]]),
      identity,
    );
    writeOut(path, bundle);
    supersedes.push(bundle.id);
    return path;
  });
}

function authorOf({ fingerprint }: Identity): {
  person: Person['id'];
  fingerprint: Identity['fingerprint'];
  enrolment: null;
} {
  return { person: personIdOf(GROWING_VENUE, ORGANIZER.email), fingerprint, enrolment: null };
}

function payloadOf(pdfFolder: string, number: PaperNumber): ReadonlyMap<string, PayloadFile> {
  const pdf = readFileSync(join(pdfFolder, paperFile(number)));
  const paper: Paper = {
    number,
    title: titleOf(number),
    abstract: ABSTRACT,
    keywords: ['simulators', 'inference'],
    topics: [],
    authors: [],
    pdf: { sha256: sha256Of(pdf), sizeBytes: pdf.length },
  };
  const reviewer = personOf(reviewerEmail(0), 'Reviewer 0', 'reviewer');
  const assignment: AssignmentPayload = {
    recipient: reviewer.id,
    invitation: null,
    people: [personOf(ORGANIZER.email, ORGANIZER.name, 'organizer'), reviewer],
    papers: [number],
    assignments: [{ paper: number, person: reviewer.id, role: 'reviewer', due: null }],
  };
  return new Map<string, PayloadFile>([
    [ASSIGNMENT_PATH, { bytes: toCanonicalBytes(assignment) }],
    [paperPath(number, 'paper.json'), { bytes: toCanonicalBytes(paper) }],
    [paperPath(number, 'paper.pdf'), { bytes: pdf }],
  ]);
}

function personOf(email: string, name: string, role: Person['roles'][number]): Person {
  return { id: personIdOf(GROWING_VENUE, email), name, email, roles: [role], invitationKey: null };
}
