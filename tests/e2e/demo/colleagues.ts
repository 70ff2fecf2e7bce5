import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldId, PaperNumber, VenueId } from '@shared/model/ids';
import { quiet, type ServiceDeps } from '@main/services/deps';
import { exportReviews } from '@main/services/export-reviews';
import { importBundles } from '@main/services/import-bundles';
import { readLibrary } from '@main/services/library';
import { answerField, markReady } from '@main/services/save-draft';
import { onComputerOf } from '../support/people';
import { SIM2SCIENCE } from '../support/store';
import { readSampleReviews, type SampleReview } from './sample-reviews';

const venue = SIM2SCIENCE as VenueId;

/**
 * Everybody else for whom the sample has reviews imports their bundle, answers, and exports, each with a key and a data
 * folder of their own, on the product's services without a window. What a review lacks keeps it a draft.
 */
export function colleaguesReview(folder: string, assignments: string, out: string): void {
  const all = readSampleReviews();
  for (const name of readdirSync(assignments)) {
    if (/-(ada-lindqvist|noor-haddad)\.referee$/.test(name)) continue;
    const person = name.replace('sim2science-2026-', '').replace('.referee', '');
    onComputerOf(join(folder, person), (deps) => {
      importBundles(deps, { paths: [join(assignments, name)], venue: null }, quiet);
      const { email } = readLibrary(deps, { venue }).me;
      const reviews = all.filter((review) => review.email === email);
      for (const review of reviews) answerAll(deps, review);
      if (reviews.length === 0) return;
      const papers = reviews.map(({ paper }) => paper as PaperNumber);
      exportReviews(
        deps,
        { venue, papers, includeUnready: true, isEncrypted: false, path: join(out, `${person}.referee`) },
        quiet,
      );
    });
  }
}

function answerAll(deps: ServiceDeps, { paper: number, answers }: SampleReview): void {
  const paper = number as PaperNumber;
  for (const [field, answer] of Object.entries(answers)) {
    answerField(deps, { venue, paper, field: field as FieldId, answer });
  }
  const row = readLibrary(deps, { venue }).papers.find((one) => one.number === paper);
  if (row?.shortcomings.length === 0) markReady(deps, { venue, paper });
}
