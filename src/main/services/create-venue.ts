import { basename, join } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { VenueCreated } from '@shared/contract/organizer';
import type { Assignment } from '@shared/model/assignment';
import type { Paper } from '@shared/model/paper';
import type { Person, Role } from '@shared/model/person';
import { venueSchema, type Venue } from '@shared/model/venue';
import { invitationIdentity } from '../bundle/keys';
import {
  readAssignmentsTable,
  readPapersTable,
  type AssignmentEntry,
  type PaperEntry,
} from '../interop/venue-tables';
import { replyKeyOf } from '../bundle/reply-key';
import { saveAssignments } from '../store/assignments';
import { OWN_ASSERTION } from '../store/assertion';
import { transact, type WriteDb } from '../store/database';
import { noteInstant, saveReplyKey, saveSelf } from '../store/facts';
import { savePaper } from '../store/papers';
import { savePerson } from '../store/people';
import { saveVenue } from '../store/venues';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { filePdf, pdfProblem } from './file-pdf';
import { personIdOf } from './identifiers';
import { readTableFile, readText, tableError } from './table-files';

/** An organizer's files. Without a venue file the venue that ships with Referee is taken. */
export interface CreateVenueInput {
  readonly venuePath: string | null;
  readonly papersPath: string;
  readonly pdfFolder: string;
  /** Null: papers are assigned later. */
  readonly assignmentsPath: string | null;
  readonly organizer: { readonly name: string; readonly email: string };
}

/** The venue file that ships with Referee. */
const BUILT_IN_VENUE = 'sim2science-2026.json';

/**
 * Sets a venue up from an organizer's files, all or nothing.
 *
 * Refused: VENUE_FILE_INVALID, TABLE_INVALID (every problem of both tables and of the PDFs they name, a line each, in the
 * detail), VENUE_EXISTS.
 */
export function createVenue(deps: ServiceDeps, input: CreateVenueInput, job: JobControl): VenueCreated {
  const venue = input.venuePath === null ? readBuiltInVenue(deps) : readVenueFile(input.venuePath);
  return createVenueFrom(deps, venue, input, job);
}

/** The same with a venue at hand. */
export function createVenueFrom(
  deps: ServiceDeps,
  venue: Venue,
  input: Omit<CreateVenueInput, 'venuePath'>,
  job: JobControl,
): VenueCreated {
  if (deps.stores.has(venue.id)) {
    throw new AppError(
      'VENUE_EXISTS',
      `${venue.shortName} is on this computer already. Open it from the list of venues.`,
    );
  }
  const papers = readTableFile(input.papersPath, readPapersTable);
  checkPapers(papers, input, venue);
  const { assignmentsPath } = input;
  const assignments = assignmentsPath === null ? [] : readTableFile(assignmentsPath, readAssignmentsTable);
  if (assignmentsPath !== null) checkAssignments(assignments, papers, assignmentsPath);
  const people = toPeople(deps, venue, assignments, input.organizer);
  deps.stores.create(venue.id, ({ db, folder }) => {
    const filed = papers.map((entry, index) => {
      job.checkpoint();
      job.progress(`Adding paper ${entry.number}`, index, papers.length);
      return filePaper(folder, join(input.pdfFolder, entry.pdf), entry);
    });
    transact(db, () => {
      writeVenue(db, venue, people, filed, assignments);
      const me = personIdOf(venue.id, input.organizer.email);
      saveSelf(db, me);
      saveReplyKey(db, replyKeyOf(deps.identity(), venue.id, me).secretKey);
      noteInstant(db, nowInstant(deps.clock));
    });
  });
  return {
    venue: venue.id,
    shortName: venue.shortName,
    paperCount: papers.length,
    reviewerCount: people.filter((person) => person.roles.includes('reviewer')).length,
    chairCount: people.filter((person) => person.roles.includes('chair')).length,
    assignmentCount: assignments.length,
  };
}

/** The venue that ships with Referee. */
export function readBuiltInVenue(deps: ServiceDeps): Venue {
  return readVenueFile(join(deps.resourcesFolder, 'venues', BUILT_IN_VENUE));
}

/** Reads a venue file. Refused: VENUE_FILE_INVALID, FILE_UNREADABLE. */
export function readVenueFile(path: string): Venue {
  const name = basename(path);
  let value: unknown;
  try {
    value = JSON.parse(readText(path) ?? '');
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'VENUE_FILE_INVALID',
      `${name} is not JSON. Export it again or correct it.`,
      (error as Error).message,
    );
  }
  const parsed = venueSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`,
  );
  throw new AppError(
    'VENUE_FILE_INVALID',
    `${name} is not a venue file of Referee: ${problems[0]}.`,
    problems.join('\n'),
  );
}

function checkPapers(
  papers: readonly PaperEntry[],
  input: { papersPath: string; pdfFolder: string },
  venue: Venue,
): void {
  const problems: string[] = [];
  const topics = new Set<string>(venue.topics.map((topic) => topic.id));
  const seen = new Set<number>();
  for (const paper of papers) {
    if (seen.has(paper.number)) problems.push(`line ${paper.line}: paper ${paper.number} is there twice`);
    seen.add(paper.number);
    const unknown = paper.topics.find((topic) => !topics.has(topic));
    if (unknown !== undefined)
      problems.push(`line ${paper.line}: "${unknown}" is not a topic of ${venue.shortName}`);
    const problem = pdfProblem(join(input.pdfFolder, paper.pdf));
    if (problem !== null) problems.push(`line ${paper.line}: ${paper.pdf} ${problem}`);
  }
  if (problems.length > 0) throw tableError(input.papersPath, problems);
}

function checkAssignments(
  assignments: readonly AssignmentEntry[],
  papers: readonly PaperEntry[],
  assignmentsPath: string,
): void {
  const problems: string[] = [];
  const numbers = new Set(papers.map((paper) => paper.number));
  const seen = new Set<string>();
  for (const { line, paper, email, role } of assignments) {
    if (!numbers.has(paper)) problems.push(`line ${line}: there is no paper ${paper} in the papers table`);
    const key = `${paper} ${email} ${role}`;
    if (seen.has(key)) problems.push(`line ${line}: ${email} has paper ${paper} as ${role} twice`);
    seen.add(key);
  }
  if (problems.length > 0) throw tableError(assignmentsPath, problems);
}

function toPeople(
  deps: ServiceDeps,
  venue: Venue,
  assignments: readonly AssignmentEntry[],
  organizer: CreateVenueInput['organizer'],
): Person[] {
  const known = new Map<string, { name: string; roles: Set<Role> }>();
  known.set(organizer.email.toLowerCase(), { name: organizer.name, roles: new Set(['organizer']) });
  for (const { email, name, role } of assignments) {
    const person = known.get(email) ?? { name, roles: new Set<Role>() };
    person.roles.add(role);
    known.set(email, person);
  }
  return [...known].map(([email, { name, roles }]) => {
    const id = personIdOf(venue.id, email);
    return {
      id,
      name,
      email,
      roles: [...roles].toSorted(),
      invitationKey: invitationIdentity(deps.identity(), venue.id, id).publicPem,
      recipient: replyKeyOf(deps.identity(), venue.id, id).recipient,
    };
  });
}

function filePaper(folder: string, path: string, entry: PaperEntry): Paper {
  const pdf = filePdf(folder, path);
  const { number, title, abstract, keywords, topics, authors } = entry;
  return {
    number,
    title,
    abstract,
    keywords: [...keywords],
    topics: [...topics],
    authors: [...authors],
    pdf,
  };
}

function writeVenue(
  db: WriteDb,
  venue: Venue,
  people: readonly Person[],
  papers: readonly Paper[],
  entries: readonly AssignmentEntry[],
): void {
  saveVenue(db, venue);
  for (const person of people) savePerson(db, person, OWN_ASSERTION);
  for (const paper of papers) savePaper(db, paper, OWN_ASSERTION);
  const assignments: Assignment[] = entries.map(({ paper, email, role, due }) => ({
    paper,
    person: personIdOf(venue.id, email),
    role,
    due,
  }));
  saveAssignments(db, assignments, OWN_ASSERTION, OWN_ASSERTION);
}
