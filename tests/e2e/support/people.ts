import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FieldId, PaperNumber, VenueId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import { generateIdentity, type Identity } from '@main/bundle/keys';
import { createVenue } from '@main/services/create-venue';
import { nowInstant, quiet, startClock, type ServiceDeps } from '@main/services/deps';
import { exportAssignments } from '@main/services/export-assignments';
import { exportReviews } from '@main/services/export-reviews';
import { importBundles } from '@main/services/import-bundles';
import { answerField, markReady } from '@main/services/save-draft';
import { openStores } from '@main/store/stores';
import { keepInFile } from '../../support/keys';
import { START, ZONE } from './launch';
import { SIM2SCIENCE } from './store';

/** The tables and PDFs of the sample, as an organizer has them. */
export const sampleFiles = {
  venueFile: null,
  papersTable: resolve('resources/sample/papers.csv'),
  pdfFolder: resolve('resources/sample/papers'),
  assignmentsTable: resolve('resources/sample/assignments.csv'),
} as const;

/** Who organizes. */
export const olga = { name: 'Olga Marin', email: 'olga@example.org' } as const;

/** A review as whole answers by field. */
export type AnswersByField = Readonly<Record<string, Answer>>;

/**
 * Does something on a person's computer without a window, on the product's own services and in the folder that their
 * window would use.
 */
export function onComputerOf<T>(
  folder: string,
  act: (deps: ServiceDeps) => T,
  identity: Identity = generateIdentity(),
): T {
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder, { recursive: true });
  keepInFile(dataFolder, identity);
  const clock = startClock(START, ZONE);
  const stores = openStores(dataFolder, () => nowInstant(clock));
  try {
    return act({
      stores,
      clock,
      identity: () => identity,
      application: { name: 'Referee', version: '0.1.0' },
      resourcesFolder: resolve('resources'),
    });
  } finally {
    stores.close();
  }
}

/** An organizer sets Sim2Science up with the sample's papers; answers where each person's bundle is. */
export function writeAssignments(
  folder: string,
  organizer: Identity = generateIdentity(),
): (person: string) => string {
  const out = join(folder, 'assignments');
  mkdirSync(out, { recursive: true });
  const bundles = onComputerOf(
    join(folder, 'organizer'),
    (deps) => {
      createVenue(
        deps,
        {
          venuePath: null,
          papersPath: sampleFiles.papersTable,
          pdfFolder: sampleFiles.pdfFolder,
          assignmentsPath: sampleFiles.assignmentsTable,
          organizer: olga,
        },
        quiet,
      );
      return exportAssignments(deps, { venue: SIM2SCIENCE as VenueId, folder: out }, quiet);
    },
    organizer,
  );
  return (person) => {
    const bundle = bundles.find((one) => one.person === person);
    if (bundle === undefined) throw new Error(`no bundle for ${person}`);
    return bundle.path;
  };
}

/** A colleague imports their assignment, answers every field of some papers, and exports them to a file. */
export function reviewAsColleague(
  folder: string,
  assignment: string,
  out: string,
  reviews: ReadonlyMap<number, AnswersByField>,
  venue = SIM2SCIENCE as VenueId,
  identity: Identity = generateIdentity(),
): void {
  const act = (deps: ServiceDeps): void => {
    importBundles(deps, { paths: [assignment], venue: null }, quiet);
    const papers = [...reviews.keys()] as PaperNumber[];
    for (const paper of papers) {
      for (const [field, answer] of Object.entries(reviews.get(paper) ?? {})) {
        answerField(deps, { venue, paper, field: field as FieldId, answer });
      }
      markReady(deps, { venue, paper });
    }
    exportReviews(deps, { venue, papers, includeUnready: false, isEncrypted: false, path: out }, quiet);
  };
  onComputerOf(folder, act, identity);
}
