import type { JobKind } from '@shared/contract/job';
import { changeRun, findReplacements, type ChangeInput, type PlaceInput } from '../services/assignment-runs';
import { checkStore, makeBackup, type VenueInput } from '../services/backups';
import { convertBundle, type ConvertInput } from '../services/convert-bundle';
import { createVenue, type CreateVenueInput } from '../services/create-venue';
import type { JobControl, ServiceDeps } from '../services/deps';
import { diffBundles, type DiffInput } from '../services/diff-bundles';
import { exportConsolidation } from '../services/export-consolidation';
import { exportDecisions } from '../services/export-decisions';
import type { JudgementExport } from '../services/export-judgements';
import { exportAssignments } from '../services/export-assignments';
import { exportReviews, type ExportInput } from '../services/export-reviews';
import { extractBundle, type ExtractInput } from '../services/extract-bundle';
import { handOver, type HandOverInput } from '../services/hand-over';
import { importBundles, type ImportInput } from '../services/import-bundles';
import { importReviewers, type ReviewersInput } from '../services/import-reviewers';
import { indexPapers, type IndexInput } from '../services/index-papers';
import { inspectBundle } from '../services/inspect-bundle';
import type { BundleSource } from '../services/open-readable';
import { readBundle, type ReadInput } from '../services/read-bundle';
import { recodeBundle, type RecodeInput } from '../services/recode-bundle';
import { restoreBackup, type RestoreInput } from '../services/restore-backup';
import {
  repairStanding,
  runAssignment,
  traceFairness,
  type RepairInput,
  type RunInput,
  type TraceInput,
} from '../services/run-assignment';
import { buildSample, openSample } from '../services/sample';
import { startFromForm, type StartInput } from '../services/start-from-form';
import { makeReceipt, type MakeReceiptInput } from '../services/make-receipt';
import { writeCopies, type WriteCopiesInput } from '../services/write-copies';
import { takeFile, type WatchedFile } from '../services/watch-folder';
import { exportToFolder, type WatchedExport } from '../services/watch-folder-export';

/** What each kind of job takes; plain data, so that it can be sent to a thread. */
export interface JobInputs {
  readonly 'inspect-bundle': BundleSource;
  readonly 'read-bundle': ReadInput;
  readonly 'diff-bundles': DiffInput;
  readonly 'extract-bundle': ExtractInput;
  readonly 'convert-bundle': ConvertInput;
  readonly 'recode-bundle': RecodeInput;
  readonly 'take-file': WatchedFile;
  readonly 'export-to-folder': WatchedExport;
  readonly 'import-bundles': ImportInput;
  readonly 'export-reviews': ExportInput;
  readonly 'hand-over': HandOverInput;
  readonly 'export-consolidation': JudgementExport;
  readonly 'export-decisions': JudgementExport;
  readonly 'create-venue': CreateVenueInput;
  readonly 'start-from-form': StartInput;
  readonly 'write-copies': WriteCopiesInput;
  readonly 'make-receipt': MakeReceiptInput;
  readonly 'export-assignments': Parameters<typeof exportAssignments>[1];
  readonly 'open-sample': Record<string, never>;
  readonly 'build-sample': Parameters<typeof buildSample>[1];
  readonly 'make-backup': VenueInput;
  readonly 'index-papers': IndexInput;
  readonly 'check-store': VenueInput;
  readonly 'restore-backup': RestoreInput;
  readonly 'import-reviewers': ReviewersInput;
  readonly 'assign-reviewers': RunInput;
  readonly 'trace-fairness': TraceInput;
  readonly 'repair-assignment': RepairInput;
  readonly 'list-replacements': PlaceInput;
  readonly 'change-assignment': ChangeInput;
}

type Work = {
  [Kind in JobKind]: (deps: ServiceDeps, input: JobInputs[Kind], control: JobControl) => unknown;
};

/** The service behind each kind of job. */
export const work = {
  'inspect-bundle': inspectBundle,
  'read-bundle': readBundle,
  'diff-bundles': diffBundles,
  'extract-bundle': extractBundle,
  'convert-bundle': convertBundle,
  'recode-bundle': recodeBundle,
  'take-file': takeFile,
  'export-to-folder': exportToFolder,
  'import-bundles': importBundles,
  'export-reviews': exportReviews,
  'hand-over': handOver,
  'export-consolidation': exportConsolidation,
  'export-decisions': exportDecisions,
  'create-venue': createVenue,
  'start-from-form': startFromForm,
  'write-copies': writeCopies,
  'make-receipt': makeReceipt,
  'export-assignments': exportAssignments,
  'open-sample': openSample,
  'build-sample': buildSample,
  'make-backup': makeBackup,
  'index-papers': indexPapers,
  'check-store': checkStore,
  'restore-backup': restoreBackup,
  'import-reviewers': importReviewers,
  'assign-reviewers': runAssignment,
  'trace-fairness': traceFairness,
  'repair-assignment': repairStanding,
  'list-replacements': findReplacements,
  'change-assignment': changeRun,
} satisfies Work;

/** What each kind of job's service answers: with paths, before the window's tokens stand for them. */
export type JobOutcomes = { readonly [Kind in JobKind]: Awaited<ReturnType<(typeof work)[Kind]>> };

/** Kinds of jobs that sign, and so need this machine's private key. */
export const signingKinds: ReadonlySet<JobKind> = new Set<JobKind>([
  'export-reviews',
  'hand-over',
  'export-to-folder',
  'export-consolidation',
  'export-decisions',
  'create-venue',
  'make-receipt',
  'import-reviewers',
  'export-assignments',
]);

/** Kinds of jobs that print, and so run where Electron is. */
export const printingKinds: ReadonlySet<JobKind> = new Set<JobKind>(['write-copies', 'make-receipt']);

/** Runs a job's service in this thread. One that waits for something answers later. */
export async function runWork<Kind extends JobKind>(
  kind: Kind,
  deps: ServiceDeps,
  input: JobInputs[Kind],
  control: JobControl,
): Promise<JobOutcomes[Kind]> {
  const service = work[kind] as (deps: ServiceDeps, input: JobInputs[Kind], control: JobControl) => unknown;
  return (await service(deps, input, control)) as JobOutcomes[Kind];
}
