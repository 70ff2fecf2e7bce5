import { join } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { Assignment } from '@shared/model/assignment';
import type { AssignmentPayload } from '@shared/model/bundle';
import type { BundleId, PaperNumber, PersonId, VenueId } from '@shared/model/ids';
import type { Paper } from '@shared/model/paper';
import type { Person } from '@shared/model/person';
import type { Venue } from '@shared/model/venue';
import { toCanonicalBytes } from '../bundle/canonical-json';
import { invitationIdentity, type Identity } from '../bundle/keys';
import { ASSIGNMENT_PATH, paperPath, VENUE_PATH } from '../bundle/payload';
import { replyKeyOf } from '../bundle/reply-key';
import type { PayloadFile } from '../bundle/write-bundle';
import { listAssignments } from '../store/assignments';
import { blobPath } from '../store/blobs';
import { saveWritten } from '../store/bundles-out';
import { transact } from '../store/database';
import { isDiskFailure } from '../store/disk-failures';
import { listPapers } from '../store/papers';
import { listPeople } from '../store/people';
import { getVenue } from '../store/venues';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { assignmentFileNames } from './file-names';
import { requireSelf } from './my-review';
import { writeBundle } from './outgoing';
import { toReadable } from './readable-paper';

/** A bundle that was written for one person. */
export interface AssignmentBundle {
  readonly path: string;
  readonly fileName: string;
  readonly person: string;
  readonly role: 'reviewer' | 'chair';
  readonly papers: readonly PaperNumber[];
  readonly sizeBytes: number;
}

/** Everything a bundle is made of. */
interface Roster {
  readonly venue: Venue;
  readonly me: Person;
  readonly people: readonly Person[];
  readonly assignments: readonly Assignment[];
  /** The files that many bundles share: each is put in form and hashed for the first of them alone. */
  readonly venueFile: PayloadFile;
  readonly paperFiles: ReadonlyMap<PaperNumber, PaperFiles>;
}

interface PaperFiles {
  readonly json: PayloadFile;
  readonly pdf: PayloadFile;
}

/**
 * Writes one signed assignment bundle per reviewer and chair into a folder, named after the person. Under double-blind
 * review no bundle holds an author's name; a reviewer's holds no other reviewer's.
 *
 * Refused: NOT_AN_ORGANIZER, FILE_UNWRITABLE, DISK_FULL. Bundles written before a failure or a cancel stay: each is
 * whole.
 */
export function exportAssignments(
  deps: ServiceDeps,
  input: { readonly venue: VenueId; readonly folder: string },
  job: JobControl,
): readonly AssignmentBundle[] {
  const { db, folder } = deps.stores.open(input.venue);
  const me = requireSelf(db);
  if (!me.roles.includes('organizer')) {
    throw new AppError(
      'NOT_AN_ORGANIZER',
      `Only organizers write assignment bundles, and ${me.name} is not one of this venue.`,
    );
  }
  const venue = getVenue(db);
  const roster: Roster = {
    venue,
    me,
    people: listPeople(db),
    assignments: listAssignments(db),
    venueFile: { bytes: toCanonicalBytes(venue) },
    paperFiles: new Map(listPapers(db).map((paper) => [paper.number, filesOf(venue, folder, paper)])),
  };
  const busy = new Set(roster.assignments.map((assignment) => assignment.person));
  const recipients = roster.people.filter((person) => busy.has(person.id));
  const invitations = inviteAll(deps, roster.venue, recipients);
  const names = assignmentFileNames(roster.venue.id, recipients);
  const written: BundleId[] = [];
  const note = (): void => {
    transact(db, () => {
      for (const id of written) saveWritten(db, id, nowInstant(deps.clock));
    });
  };
  try {
    const bundles = recipients.map((recipient, index) => {
      job.checkpoint();
      const fileName = names[index] as string;
      job.progress(`Writing ${fileName}`, index, recipients.length);
      const content = contentFor(deps, roster, recipient, invitations.get(recipient.id) as Identity);
      const path = join(input.folder, fileName);
      const receipt = writeBundle(
        deps,
        db,
        {
          kind: 'assignment',
          recipient: recipient.id,
          venue: roster.venue,
          author: { person: me.id, fingerprint: deps.identity().fingerprint, enrolment: null },
          payload: payloadFor(roster, content),
          revisions: [],
          recipients: [],
        },
        path,
        { checkpoint: job.checkpoint, progress: () => undefined },
      );
      written.push(receipt.id);
      return toBundle(path, fileName, recipient, content, receipt.sizeBytes);
    });
    note();
    return bundles;
  } catch (error) {
    // Over a disk that failed nothing more is written; that they are in place then goes unsaid, which harms nobody.
    if (!isDiskFailure(error)) note();
    throw error;
  }
}

function payloadFor(roster: Roster, content: AssignmentPayload): ReadonlyMap<string, PayloadFile> {
  const payload = new Map<string, PayloadFile>([
    [VENUE_PATH, roster.venueFile],
    [ASSIGNMENT_PATH, { bytes: toCanonicalBytes(content) }],
  ]);
  for (const number of content.papers) {
    const files = roster.paperFiles.get(number);
    if (files === undefined) throw new Error(`paper ${number} is assigned and not there`);
    payload.set(paperPath(number, 'paper.json'), files.json);
    payload.set(paperPath(number, 'paper.pdf'), files.pdf);
  }
  return payload;
}

function toBundle(
  path: string,
  fileName: string,
  { name, roles }: Person,
  { papers }: AssignmentPayload,
  sizeBytes: number,
): AssignmentBundle {
  const role = roles.includes('chair') ? 'chair' : 'reviewer';
  return { path, fileName, person: name, role, papers, sizeBytes };
}

/**
 * The keys that we give out now. Chairs recognise reviewers by the public halves that the store holds; they must belong to
 * these. Refused: FILE_UNREADABLE when this machine's signing key is not the one the venue was set up with.
 */
function inviteAll(
  deps: ServiceDeps,
  venue: Venue,
  people: readonly Person[],
): ReadonlyMap<PersonId, Identity> {
  const organizer = deps.identity();
  const invitations = new Map(people.map(({ id }) => [id, invitationIdentity(organizer, venue.id, id)]));
  const isOurs = people.every(({ id, invitationKey }) => invitationKey === invitations.get(id)?.publicPem);
  if (isOurs) return invitations;
  throw new AppError(
    'FILE_UNREADABLE',
    `${venue.shortName} was set up with another signing key than the one on this computer, so replies to new bundles would not be recognised. Put the old identity.json back into the data folder. Nothing was written.`,
  );
}

/**
 * What one person gets to see. A reviewer: their own assignments, the chairs and organizers. A chair: every assignment
 * of their papers and its people, with the keys to know them by.
 */
function contentFor(
  deps: ServiceDeps,
  roster: Roster,
  recipient: Person,
  invitation: Identity,
): AssignmentPayload {
  const mine = roster.assignments.filter((assignment) => assignment.person === recipient.id);
  const chaired = new Set(mine.filter(({ role }) => role === 'chair').map(({ paper }) => paper));
  const assignments = roster.assignments.filter(
    ({ paper, person }) => person === recipient.id || chaired.has(paper),
  );
  const known = new Set(assignments.map(({ person }) => person));
  const people = roster.people
    .filter(
      (person) =>
        known.has(person.id) || person.roles.includes('organizer') || person.roles.includes('chair'),
    )
    .map((person) => ({ ...person, invitationKey: chaired.size > 0 ? person.invitationKey : null }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const replyKey =
    recipient.recipient === undefined
      ? {}
      : { replyKey: replyKeyOf(deps.identity(), roster.venue.id, recipient.id).secretKey };
  return {
    recipient: recipient.id,
    invitation: invitation.privatePem,
    ...replyKey,
    people,
    papers: [...new Set(mine.map(({ paper }) => paper))].toSorted((a, b) => a - b),
    assignments,
  };
}

/** The files of a paper as those who get it may read it. */
function filesOf(venue: Venue, folder: string, paper: Paper): PaperFiles {
  return {
    json: { bytes: toCanonicalBytes(toReadable(venue, paper)) },
    pdf: { path: blobPath(folder, paper.pdf.sha256), ...paper.pdf },
  };
}
