import { AppError } from '@shared/contract/errors';
import type { AssignmentPayload } from '@shared/model/bundle';
import type { PaperNumber } from '@shared/model/ids';
import type { Person } from '@shared/model/person';
import { toCanonicalBytes } from '../bundle/canonical-json';
import { invitationIdentity } from '../bundle/keys';
import { ASSIGNMENT_PATH, paperPath, VENUE_PATH } from '../bundle/payload';
import { replyKeyOf } from '../bundle/reply-key';
import type { PayloadFile } from '../bundle/write-bundle';
import { blobPath } from '../store/blobs';
import { transact, type ReadDb } from '../store/database';
import { getHandedBy } from '../store/facts';
import { saveHelper } from '../store/helpers';
import { getPaper } from '../store/papers';
import { getPerson } from '../store/people';
import { getVenue } from '../store/venues';
import { refusalOn } from './carry-responses';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { personIdOf } from './identifiers';
import { requireAssignment, requireSelf } from './my-review';
import { sendBundle, type OutgoingReceipt } from './outgoing';
import { toReadable } from './readable-paper';
import type { PaperInput } from './save-draft';

/** Whom to ask for help with a paper, and where the bundle for them goes. */
export interface HandOverInput extends PaperInput {
  readonly name: string;
  readonly email: string;
  readonly path: string;
}

/** What a hand-over wrote, without the file's token. */
export interface HandOverOutcome extends OutgoingReceipt {
  readonly path: string;
  readonly isEncrypted: boolean;
  readonly papers: readonly PaperNumber[];
}

/**
 * Writes a bundle with one paper of mine for somebody who helps me with its review: an assignment bundle of the same venue,
 * signed by me, with that paper, them and me in it and nobody else. Their key is known by the invitation inside when their
 * review comes back.
 *
 * Refused: PAPER_NOT_FOUND, HAND_OVER_FORBIDDEN (the venue's policy, a paper that I refused, a paper that I was handed
 * myself, a person whom the venue knows), FILE_UNWRITABLE, DISK_FULL.
 */
export function handOver(deps: ServiceDeps, input: HandOverInput, job: JobControl): HandOverOutcome {
  const { db, folder } = deps.stores.open(input.venue);
  const me = requireSelf(db);
  const assignment = requireAssignment(db, me.id, input.paper);
  const paper = getPaper(db, input.paper);
  if (paper === undefined)
    throw new AppError('PAPER_NOT_FOUND', `There is no paper ${input.paper} in this venue.`);
  const venue = getVenue(db);
  const person = personIdOf(venue.id, input.email);
  checkAllowed(db, input.paper, person);
  const invitation = invitationIdentity(deps.identity(), venue.id, person);
  const replyKey = replyKeyOf(deps.identity(), venue.id, person);
  const helper: Person = {
    id: person,
    name: input.name.trim(),
    email: input.email.trim(),
    roles: ['reviewer'],
    invitationKey: null,
    recipient: replyKey.recipient,
  };
  const content: AssignmentPayload = {
    recipient: person,
    invitation: invitation.privatePem,
    replyKey: replyKey.secretKey,
    onBehalfOf: me.id,
    people: [{ ...withoutRevoked(me), roles: ['reviewer' as const], invitationKey: null }, helper].toSorted(
      (a, b) => (a.id < b.id ? -1 : 1),
    ),
    papers: [paper.number],
    assignments: [{ paper: paper.number, person, role: 'reviewer', due: assignment.due }],
  };
  const payload = new Map<string, PayloadFile>([
    [VENUE_PATH, { bytes: toCanonicalBytes(venue) }],
    [ASSIGNMENT_PATH, { bytes: toCanonicalBytes(content) }],
    [paperPath(paper.number, 'paper.json'), { bytes: toCanonicalBytes(toReadable(venue, paper)) }],
    [paperPath(paper.number, 'paper.pdf'), { path: blobPath(folder, paper.pdf.sha256), ...paper.pdf }],
  ]);
  const receipt = sendBundle(
    deps,
    db,
    {
      kind: 'assignment',
      recipient: person,
      venue,
      author: { person: me.id, fingerprint: deps.identity().fingerprint, enrolment: null },
      payload,
      revisions: [],
      recipients: [],
    },
    input.path,
    job,
  );
  transact(db, () => {
    saveHelper(db, {
      person,
      paper: paper.number,
      name: helper.name,
      email: helper.email,
      invitationKey: invitation.publicPem,
      handedAt: nowInstant(deps.clock),
    });
  });
  return { ...receipt, path: input.path, isEncrypted: false, papers: [paper.number] };
}

function checkAllowed(db: ReadDb, paper: PaperNumber, person: Person['id']): void {
  const { policy, shortName } = getVenue(db);
  const refuse = (why: string): never => {
    throw new AppError('HAND_OVER_FORBIDDEN', `${why} Nothing was written.`);
  };
  if (policy.subReviewers === false)
    refuse(
      `${shortName} does not allow papers to be shared with others. Ask the chairs, or decline the paper.`,
    );
  if (getHandedBy(db) !== null)
    refuse(
      `Paper ${paper} was handed to you in confidence by its reviewer, so you cannot hand it on. Ask them.`,
    );
  if (refusalOn(db, paper) !== null)
    refuse(`You will not review paper ${paper}. Take that back first, if you want help with it.`);
  const known = getPerson(db, person);
  if (known !== undefined)
    refuse(`${known.name} is a person of ${shortName} already: only the chairs assign papers to them.`);
}

function withoutRevoked({ revokedKeys: _revoked, ...person }: Person): Person {
  return person;
}
