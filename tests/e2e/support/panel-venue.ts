import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity } from '@main/bundle/keys';
import { createVenue } from '@main/services/create-venue';
import { quiet } from '@main/services/deps';
import { exportAssignments } from '@main/services/export-assignments';
import type { VenueId } from '@shared/model/ids';
import { answersOf, papersOf, reviewerName, writePanelTables, type PanelPlan } from '../../support/panel';
import { olga, onComputerOf, reviewAsColleague } from './people';
import { SIM2SCIENCE } from './store';

/** The files of a venue that is being reviewed. */
export interface PanelFiles {
  /** Noor Haddad's, the chair's. */
  readonly assignment: string;
  /** One of each reviewer who sent something. */
  readonly reviews: readonly string[];
}

/** Sets a venue up and has it reviewed, each person on a computer of their own, through real bundles. */
export function makePanelVenue(folder: string, plan: PanelPlan): PanelFiles {
  const files = writePanelTables(folder, plan);
  const out = join(folder, 'out');
  mkdirSync(out);
  const bundles = onComputerOf(join(folder, 'olga'), (deps) => {
    createVenue(deps, { venuePath: null, ...files, organizer: olga }, quiet);
    return exportAssignments(deps, { venue: SIM2SCIENCE as VenueId, folder: out }, quiet);
  });
  const bundleOf = (person: string): string => {
    const found = bundles.find((bundle) => bundle.person === person);
    if (found === undefined) throw new Error(`no bundle for ${person}`);
    return found.path;
  };
  const reviews = Array.from({ length: plan.reviewers - plan.silent }, (_, reviewer) => {
    const path = join(folder, `reviews-${reviewer}.referee`);
    const written = papersOf(reviewer, plan).map((paper) => [paper, answersOf(paper, reviewer)] as const);
    reviewAsColleague(
      join(folder, `reviewer-${reviewer}`),
      bundleOf(reviewerName(reviewer)),
      path,
      new Map(written),
      SIM2SCIENCE as VenueId,
      generateIdentity(),
    );
    return path;
  });
  return { assignment: bundleOf('Noor Haddad'), reviews };
}
