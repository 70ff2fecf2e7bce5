import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Library, LibraryRow } from '@shared/contract/library';
import type { PaperNumber, PersonId } from '@shared/model/ids';
import type { DayDate } from '@shared/model/time';
import { venueSchema, type Venue } from '@shared/model/venue';

/** The venue that ships with the application. */
export const venue: Venue = venueSchema.parse(
  JSON.parse(readFileSync(resolve('resources/venues/sim2science-2026.json'), 'utf8')),
);

/** A paper in the library: not started, due 13 May 2026, unless told otherwise. */
export function rowOf(number: number, more: Partial<LibraryRow> = {}): LibraryRow {
  return {
    number: number as PaperNumber,
    title: `Paper ${number}`,
    topics: ['sbi'],
    due: '2026-05-13' as DayDate,
    status: 'not-started',
    shortcomings: [{ field: venue.form.overallField, label: 'Overall recommendation', reason: 'missing' }],
    changedAt: null,
    hasOtherVersion: false,
    response: null,
    ...more,
  };
}

/** A library of papers. */
export function libraryOf(papers: readonly LibraryRow[], more: Partial<Library> = {}): Library {
  return {
    venue,
    me: {
      id: 'p-0000000000000001' as PersonId,
      name: 'Ada Lindqvist',
      email: 'ada@example.org',
      roles: ['reviewer'],
      invitationKey: null,
    },
    papers,
    nextDue: papers.find((paper) => paper.status !== 'exported')?.due ?? null,
    latestSeen: null,
    ...more,
  };
}
