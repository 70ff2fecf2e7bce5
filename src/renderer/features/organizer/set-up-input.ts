import type { RequestError } from '@renderer/bridge/client';
import type { ChosenFile } from '@shared/contract/file';
import type { RouteInput } from '@shared/contract/routes';
import { personSchema } from '@shared/model/person';

/** What an organizer has chosen and typed so far. */
export interface SetUpInput {
  /** Whether the venue that ships with Referee is taken, or a venue file. */
  readonly venue: 'built-in' | 'file';
  readonly venueFile: ChosenFile | null;
  readonly papersTable: ChosenFile | null;
  readonly pdfFolder: ChosenFile | null;
  readonly assignmentsTable: ChosenFile | null;
  readonly name: string;
  readonly email: string;
}

/** What each part of the set-up may have to say about itself. */
export type SetUpPart = 'venueFile' | 'papersTable' | 'pdfFolder' | 'assignmentsTable' | 'name' | 'email';

/** Problems by part, each one or more lines. */
export type SetUpProblems = Readonly<Partial<Record<SetUpPart, readonly string[]>>>;

/** Nothing chosen yet. */
export const emptySetUp: SetUpInput = {
  venue: 'built-in',
  venueFile: null,
  papersTable: null,
  pdfFolder: null,
  assignmentsTable: null,
  name: '',
  email: '',
};

/** What still has to be chosen or typed, from the top of the page to its bottom. */
export function findMissing(input: SetUpInput): SetUpProblems {
  const needed: readonly (readonly [SetUpPart, boolean, string])[] = [
    ['venueFile', input.venue === 'built-in' || input.venueFile !== null, 'Choose a venue file.'],
    ['papersTable', input.papersTable !== null, 'Choose the table of papers.'],
    ['pdfFolder', input.pdfFolder !== null, 'Choose the folder that holds the PDFs.'],
    ['assignmentsTable', input.assignmentsTable !== null, 'Choose the table of assignments.'],
    ['name', input.name.trim() !== '', 'Your name is missing.'],
    [
      'email',
      personSchema.shape.email.safeParse(input.email.trim()).success,
      'This is not an e-mail address.',
    ],
  ];
  return Object.fromEntries(needed.flatMap(([part, isThere, what]) => (isThere ? [] : [[part, [what]]])));
}

/** The request that a complete input makes; null while something is missing. */
export function toRequest(input: SetUpInput): RouteInput<'venue.create'> | null {
  const { papersTable, pdfFolder, assignmentsTable, venueFile } = input;
  if (papersTable === null || pdfFolder === null) return null;
  if (input.venue === 'file' && venueFile === null) return null;
  return {
    venueFile: input.venue === 'file' && venueFile !== null ? venueFile.token : null,
    papersTable: papersTable.token,
    pdfFolder: pdfFolder.token,
    assignmentsTable: assignmentsTable === null ? null : assignmentsTable.token,
    organizer: { name: input.name.trim(), email: input.email.trim() },
  };
}

/** A refusal, put where the file is that it is about. */
export interface PlacedError {
  /** The file that it names; null when it names none of them. */
  readonly part: SetUpPart | null;
  /** Every problem, one a line; the sentence itself when there is no list. */
  readonly lines: readonly string[];
}

/** Finds the file that a refusal is about: its sentence begins with the file's name. */
export function placeError(input: SetUpInput, error: RequestError): PlacedError {
  const lines = error.detail === null ? [error.message] : error.detail.split('\n').filter(Boolean);
  const files: readonly (readonly [SetUpPart, ChosenFile | null])[] = [
    ['venueFile', input.venue === 'file' ? input.venueFile : null],
    ['papersTable', input.papersTable],
    ['assignmentsTable', input.assignmentsTable],
    ['pdfFolder', input.pdfFolder],
  ];
  const named = files.filter(([, file]) => file !== null && error.message.startsWith(`${file.name} `));
  // Two files of one name: say it once for the whole rather than at the wrong one.
  const part = named.length === 1 ? (named[0]?.[0] ?? null) : null;
  return { part, lines };
}
