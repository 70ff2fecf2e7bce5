import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '@main/bundle/bag';
import { toCanonicalBytes } from '@main/bundle/canonical-json';
import {
  enrolmentBytes,
  generateIdentity,
  invitationIdentity,
  signBytes,
  type Identity,
} from '@main/bundle/keys';
import { reviewPath } from '@main/bundle/payload';
import { signBundle, type PayloadFile } from '@main/bundle/write-bundle';
import { readBuiltInVenue } from '@main/services/create-venue';
import { personIdOf, reviewIdOf } from '@main/services/identifiers';
import type { FieldId, PaperNumber, PersonId } from '@shared/model/ids';
import type { Revision } from '@shared/model/review';
import type { Instant } from '@shared/model/time';
import type { Venue } from '@shared/model/venue';
import { keepIdentity, withMachine } from './machine';
import { writeOut } from './write-out';
import { papersOf, reviewerEmail, type VenuePlan } from './venue';

/** Reviews of everybody in a venue. */
export interface ReviewsPlan {
  readonly venue: VenuePlan;
  readonly out: string;
}

const PROSE = 'The authors fit a surrogate to the simulator and use it where the data are. '
  .repeat(12)
  .trim();

/** Writes a review bundle of every reviewer, each with a key of its own that the reviewer's invitation vouches for. */
export function makeReviewBundles({ venue: plan, out }: ReviewsPlan): readonly string[] {
  mkdirSync(out, { recursive: true });
  const organizer = keepIdentity(plan.machine);
  const venue = withMachine(plan.machine, readBuiltInVenue);
  return Array.from({ length: plan.reviewerCount }, (_, index) => {
    const person = personIdOf(venue.id, reviewerEmail(index));
    const path = join(out, `reviews-${String(index).padStart(4, '0')}.referee`);
    writeReviews(path, { venue, organizer, person, papers: papersOf(plan, index) as readonly PaperNumber[] });
    return path;
  });
}

interface Reviewer {
  readonly venue: Venue;
  readonly organizer: Identity;
  readonly person: PersonId;
  readonly papers: readonly PaperNumber[];
}

function writeReviews(path: string, { venue, organizer, person, papers }: Reviewer): void {
  const identity = generateIdentity();
  const invitation = invitationIdentity(organizer, venue.id, person);
  const vouched = enrolmentBytes(venue.id, person, identity.fingerprint);
  const bundle = signBundle(
    {
      kind: 'review',
      venue: venue.id,
      venueRevision: venue.revision,
      created: '2026-05-09T00:00:00.000Z' as Instant,
      application: { name: 'Referee', version: '0.0.0' },
      author: {
        person,
        fingerprint: identity.fingerprint,
        enrolment: signBytes(invitation, vouched).toString('base64'),
      },
      sequence: 1,
      supersedes: [],
    },
    new Map(papers.map((paper) => reviewOf(venue, person, paper))),
    identity,
  );
  writeOut(path, bundle);
}

function reviewOf(venue: Venue, reviewer: PersonId, paper: PaperNumber): readonly [string, PayloadFile] {
  const latest: Revision = {
    review: reviewIdOf(venue.id, paper, reviewer),
    paper,
    reviewer,
    venueRevision: venue.revision,
    formVersion: venue.form.version,
    parent: null,
    state: 'ready',
    writtenAt: '2026-05-09T00:00:00.000Z' as Instant,
    answers: { ['summary' as FieldId]: { kind: 'text', text: `Paper ${paper}. ${PROSE}` } },
  };
  const history = [sha256Of(toCanonicalBytes(latest))];
  return [reviewPath(latest.review), { bytes: toCanonicalBytes({ history, latest }) }];
}
