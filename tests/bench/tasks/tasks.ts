import { importBare } from '../yardsticks/bare/import';
import { writeBare } from '../yardsticks/bare/write';
import { solveAssignmentTask } from './assignment';
import { exportAll, importAll, inspectOne } from './bundles';
import { makeGrowingAssignment } from './growing-assignment';
import { makePapers } from './papers';
import { makeReviewBundles } from './review-bundles';
import { exportSealed, openSealed } from './sealed';
import { makeVenue } from './venue';

/** What can be run inside Electron without a window. Each takes and answers plain data. */
export const tasks = {
  'make-papers': makePapers,
  'make-venue': makeVenue,
  'make-growing-assignment': makeGrowingAssignment,
  'make-review-bundles': makeReviewBundles,
  'export-all': exportAll,
  'export-sealed': exportSealed,
  'open-sealed': openSealed,
  'inspect-one': inspectOne,
  'import-all': importAll,
  'import-bare': importBare,
  'write-bare': writeBare,
  'solve-assignment': solveAssignmentTask,
} as const;

/** The tasks by name. */
export type Tasks = typeof tasks;
