import { defaultAssignmentSettings, type AssignmentSettings } from '@shared/contract/assignment';
import { createVenue } from '@main/services/create-venue';
import { quiet } from '@main/services/deps';
import { importReviewers } from '@main/services/import-reviewers';
import { makeMachine, SIM2SCIENCE, type Machine } from './machine';
import { writeUnassignedFiles, type UnassignedFiles } from './unassigned-files';

/** An organizer whose papers are still to be assigned, with reviewers and bids. */
export function makeUnassigned(): { readonly machine: Machine; readonly files: UnassignedFiles } {
  const machine = makeMachine();
  const files = writeUnassignedFiles(machine.folder);
  const organizer = { name: 'Olga Marin', email: 'olga@example.org' };
  createVenue(machine.deps, { venuePath: null, ...files, assignmentsPath: null, organizer }, quiet);
  importReviewers(machine.deps, { venue: SIM2SCIENCE, ...files }, quiet);
  return { machine, files };
}

/** Two reviewers a paper, one to three papers a reviewer. */
export const settings: AssignmentSettings = {
  ...defaultAssignmentSettings,
  reviewsPerPaper: 2,
  minLoad: 1,
  maxLoad: 3,
};
