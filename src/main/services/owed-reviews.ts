import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { OwedReview, OwingReviewer } from '@shared/contract/owed';
import type { PersonId, VenueId } from '@shared/model/ids';
import { isAfter } from '@shared/rules/deadlines';
import { writeMailDraft } from '../interop/mail-draft';
import { listAssignments } from '../store/assignments';
import { writeFully } from '../store/durable-file';
import { writeOutside } from '../store/outside-files';
import { listPeople } from '../store/people';
import { readConsolidation } from './consolidation';
import { requireConsolidator } from './consolidator';
import { nowInstant, type ServiceDeps } from './deps';
import { letterFileNames } from './file-names';
import { groupBy } from './group-by';
import { writeOwedLetter } from './owed-letter';
import { unwritable } from './unwritable';
import { pathWithoutFile } from './write-copies';

/** Who owes reviews, with a letter to each. Refused: NOT_AN_ORGANIZER for a reviewer's store. */
export function listOwed(deps: ServiceDeps, input: { readonly venue: VenueId }): readonly OwingReviewer[] {
  const { db } = deps.stores.open(input.venue);
  const me = requireConsolidator(db);
  const { venue, papers } = readConsolidation(deps, input);
  const people = new Map(listPeople(db).map((person) => [person.id, person]));
  const dues = new Map(listAssignments(db).map(({ paper, person, due }) => [`${paper} ${person}`, due]));
  const now = nowInstant(deps.clock);
  const asked = papers.flatMap(({ number, title, reviews }) =>
    reviews.flatMap(({ reviewer, reviewerName, state, isAssigned }) => {
      if (!isAssigned) return [];
      const due = dues.get(`${number} ${reviewer}`) ?? null;
      const isOverdue = isAfter(now, due);
      return [{ reviewer, reviewerName, state, review: { paper: number, title, due, isOverdue } }];
    }),
  );
  return [...groupBy(asked, ({ reviewer }) => reviewer)]
    .flatMap(([person, all]) => {
      const reviews = all.flatMap(({ state, review }): readonly OwedReview[] =>
        state === 'missing' || state === 'draft' ? [{ ...review, state }] : [],
      );
      const name = all[0]?.reviewerName ?? person;
      if (reviews.length === 0) return [];
      return [
        {
          person,
          name,
          email: people.get(person)?.email ?? '',
          reviews,
          readyCount: all.filter(({ state }) => state === 'ready').length,
          letter: writeOwedLetter({ name, sender: me.name, venueName: venue.shortName, reviews }),
        },
      ];
    })
    .toSorted((a, b) => Number(isOverdue(b)) - Number(isOverdue(a)) || a.name.localeCompare(b.name, 'en'));
}

/**
 * Writes letters as .eml files into a folder, which is made if it is not there; answers their names. Where a file is, the new
 * one has a number. People who owe nothing get none. Refused: NOT_AN_ORGANIZER, FILE_UNWRITABLE, DISK_FULL.
 */
export function writeOwedLetters(
  deps: ServiceDeps,
  input: { readonly venue: VenueId; readonly people: readonly PersonId[]; readonly folder: string },
): readonly string[] {
  const { db } = deps.stores.open(input.venue);
  const me = requireConsolidator(db);
  const owing = new Map(listOwed(deps, input).map((one) => [one.person, one.letter]));
  const people = listPeople(db).filter(({ id }) => input.people.includes(id) && owing.has(id));
  return letterFileNames(input.venue, people).map((fileName, index) => {
    const person = people[index];
    const letter = person && owing.get(person.id);
    if (person === undefined || letter === undefined) throw new Error('a name without a person');
    const draft = { from: me, to: person, ...letter, atMs: deps.clock.nowMs() };
    // What was written before may have been edited since: it is never replaced.
    const path = pathWithoutFile(input.folder, fileName.slice(0, -'.eml'.length), 'eml');
    const bytes = Buffer.from(writeMailDraft(draft), 'utf8');
    try {
      mkdirSync(input.folder, { recursive: true });
      writeOutside(deps.stores.notesFolder, path, (fd) => {
        writeFully(fd, bytes);
      });
    } catch (error) {
      throw unwritable(error, path, bytes.length);
    }
    return basename(path);
  });
}

function isOverdue({ reviews }: Pick<OwingReviewer, 'reviews'>): boolean {
  return reviews.some((review) => review.isOverdue);
}
