import type { JobKind } from '@shared/contract/job';
import { createVenue, type CreateVenueInput } from '../services/create-venue';
import type { JobControl, ServiceDeps } from '../services/deps';
import { exportAssignments } from '../services/export-assignments';
import { exportReviews, type ExportInput } from '../services/export-reviews';
import { importBundles, type ImportInput } from '../services/import-bundles';
import { inspectBundle } from '../services/inspect-bundle';
import { buildSample, openSample } from '../services/sample';

/** What each kind of job takes; plain data, so that it can be sent to a thread. */
export interface JobInputs {
  readonly 'inspect-bundle': { readonly path: string };
  readonly 'import-bundles': ImportInput;
  readonly 'export-reviews': ExportInput;
  readonly 'create-venue': CreateVenueInput;
  readonly 'export-assignments': Parameters<typeof exportAssignments>[1];
  readonly 'open-sample': Record<string, never>;
  readonly 'build-sample': Parameters<typeof buildSample>[1];
}

type Work = {
  [Kind in JobKind]: (deps: ServiceDeps, input: JobInputs[Kind], control: JobControl) => unknown;
};

/** The service behind each kind of job. */
export const work = {
  'inspect-bundle': inspectBundle,
  'import-bundles': importBundles,
  'export-reviews': exportReviews,
  'create-venue': createVenue,
  'export-assignments': exportAssignments,
  'open-sample': openSample,
  'build-sample': buildSample,
} satisfies Work;

/** What each kind of job's service answers: with paths, before the window's tokens stand for them. */
export type JobOutcomes = { readonly [Kind in JobKind]: ReturnType<(typeof work)[Kind]> };

/** Kinds of jobs that sign, and so need this machine's private key. */
export const signingKinds: ReadonlySet<JobKind> = new Set<JobKind>([
  'export-reviews',
  'create-venue',
  'export-assignments',
]);

/** Runs a job's service in this thread. */
export function runWork<Kind extends JobKind>(
  kind: Kind,
  deps: ServiceDeps,
  input: JobInputs[Kind],
  control: JobControl,
): JobOutcomes[Kind] {
  const service = work[kind] as (deps: ServiceDeps, input: JobInputs[Kind], control: JobControl) => unknown;
  return service(deps, input, control) as JobOutcomes[Kind];
}
