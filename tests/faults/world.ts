import { appendFileSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { VenueId } from '@shared/model/ids';
import { referee } from '../support/built';
import { people, writeVenueFiles } from '../support/venue-files';

/** The folders of a world: computers of an organizer and two reviewers, and what is in the post. */
export type Place = 'organizer' | 'ada' | 'post';

/** When the commands that faults are injected into run: after everything in the world has happened. */
export const NOW = '2026-05-12T09:00:00Z';

/** The venue that all of it is about. */
export const VENUE = 'sim2science-2026' as VenueId;
/** A PDF of this size is read and written in two parts. */
const PDF_BYTES = 1_300_000;

/** What each file in the post is. */
export const POST = {
  assignment: 'post/assignment.referee',
  update: 'post/update.referee',
  reviews: ['post/ada-first.referee', 'post/bo.referee', 'post/ada-second.referee'],
} as const;

/** The names of the bundles that the organizer writes. */
export const ASSIGNMENT_NAMES = ['ada-lindqvist', 'bo-nakamura', 'noor-haddad'].map(
  (name) => `${VENUE}-${name}.referee`,
);

/**
 * Plays a venue through with the built command line, up to the moment before each scenario: the organizer has sent
 * bundles out and since changed the venue; Ada has imported hers, exported a review twice and since changed it.
 *
 * @returns a new folder, which is the caller's to remove
 */
export function makeWorld(): string {
  const world = mkdtempSync(join(tmpdir(), 'referee-world-'));
  const at = (path: string): string => join(world, path);
  const store = (who: string): readonly [string, string] => ['--store', at(`${who}/data`)];
  for (const name of ['organizer', 'ada', 'bo', 'post']) mkdirSync(at(name));
  const files = writeVenueFiles(at('bo'));
  for (const number of [7, 12, 31]) {
    appendFileSync(join(files.pdfFolder, `p${number}.pdf`), Buffer.alloc(PDF_BYTES, `%${number}\n`));
  }
  const given = [
    '--papers',
    files.papersPath,
    '--pdfs',
    files.pdfFolder,
    '--assignments',
    files.assignmentsPath,
  ];
  const { name, email } = people.organizer;
  const send = (who: string, out: string, ...rest: readonly string[]): void => {
    run('assignment', 'export', ...store(who), '--out', at(out), ...rest);
  };
  const review = (who: string, text: string): void => {
    run('review', 'set', '7', 'summary', '--text', text, ...store(who));
  };
  const exportReviews = (who: string, out: string, ...rest: readonly string[]): void => {
    run('review', 'export', '--include-unready', ...store(who), '--out', at(out), ...rest);
  };

  send('organizer', 'organizer/out', ...given, '--organizer', `${name} <${email}>`);
  copyFileSync(at(`organizer/out/${String(ASSIGNMENT_NAMES[0])}`), at(POST.assignment));
  run('bundle', 'import', at(POST.assignment), ...store('ada'));
  run('bundle', 'import', at(`organizer/out/${String(ASSIGNMENT_NAMES[1])}`), ...store('bo'));
  review('bo', 'Bo on the first paper.');
  exportReviews('bo', POST.reviews[1], '--plain');
  review('ada', 'The first thoughts of Ada.');
  exportReviews('ada', POST.reviews[0], '--plain');
  exportReviews('ada', 'ada/reviews.referee', '--plain');
  exportReviews('ada', 'ada/reviews.referee.age');
  review('ada', 'The second thoughts of Ada.');
  exportReviews('ada', POST.reviews[2], '--plain');
  review('ada', 'The third thoughts of Ada.');

  changeVenue(join(at('organizer/data'), 'venues', VENUE, 'venue.sqlite'));
  cpSync(at('organizer/data'), at('bo/organizer/data'), { recursive: true });
  send('bo/organizer', 'bo/organizer/out');
  copyFileSync(at(`bo/organizer/out/${String(ASSIGNMENT_NAMES[0])}`), at(POST.update));
  rmSync(at('bo'), { recursive: true });
  return world;
}

/** Gives Ada one more paper and every paper another title, so that all assignments are to be sent again. */
function changeVenue(database: string): void {
  const db = new Database(database);
  db.exec(`UPDATE papers SET title = title || ', second edition';
    INSERT INTO assignments SELECT 31, person, role, due, is_active, asserted_by
      FROM assignments WHERE paper = 7 AND person = (SELECT id FROM people WHERE name = 'Ada Lindqvist')`);
  db.close();
  // It says what the bytes of the database were.
  rmSync(join(dirname(database), 'venue.seal'), { force: true });
}

function run(...args: readonly string[]): void {
  const { status, out, err } = referee(args, { REFEREE_CLOCK: '2026-05-11T09:00:00Z' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${err}${out}`);
}
