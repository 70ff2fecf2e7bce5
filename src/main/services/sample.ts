import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportReport } from '@shared/contract/bundle';
import { identityFromSeed } from '../bundle/keys';
import { createIdentityFile } from '../store/identity-file';
import { openStores } from '../store/stores';
import { createVenueFrom, readBuiltInVenue } from './create-venue';
import { startClock, nowInstant, type JobControl, type ServiceDeps } from './deps';
import { exportAssignments, type AssignmentBundle } from './export-assignments';
import { importBundles } from './import-bundles';
import { toSampleVenue } from './sample-venue';

/**
 * The sample organizer's key comes from this text, which everybody can read: it signs the sample and nothing else, so
 * that the sample has the same bytes everywhere.
 */
const SAMPLE_SEED_TEXT = 'Referee sample organizer. This key is public and protects nothing.';

/** When the sample's bundles were made, as they say. */
const SAMPLE_CREATED = '2026-05-01T09:00:00.000Z';

const SAMPLE_ORGANIZER = { name: 'Sample Organizer', email: 'organizer@example.org' };

/** The reviewer whose bundle "Try the sample" opens. */
const SAMPLE_REVIEWER = 'Ada Lindqvist';

/**
 * Builds the sample venue as its organizer would: sets it up from the tables and PDFs that ship with Referee and writes
 * every assignment bundle into a folder. The organizer's data folder is `<folder>/organizer`.
 */
export function buildSample(
  deps: ServiceDeps,
  { folder }: { readonly folder: string },
  job: JobControl,
): readonly AssignmentBundle[] {
  const dataFolder = join(folder, 'organizer');
  const started = Date.parse(SAMPLE_CREATED);
  const clock = { ...startClock(SAMPLE_CREATED, deps.clock.timeZone), nowMs: () => started };
  const seed = createHash('sha256').update(SAMPLE_SEED_TEXT).digest();
  const identity = identityFromSeed(seed);
  const { fingerprint, privatePem } = identity;
  createIdentityFile(dataFolder, { kept: 'file', fingerprint, privateKey: privatePem });
  const stores = openStores(dataFolder, () => nowInstant(clock));
  const organizer: ServiceDeps = { ...deps, stores, clock, identity: () => identity };
  try {
    const sample = join(deps.resourcesFolder, 'sample');
    const venue = toSampleVenue(readBuiltInVenue(deps));
    createVenueFrom(
      organizer,
      venue,
      {
        papersPath: join(sample, 'papers.csv'),
        pdfFolder: join(sample, 'papers'),
        assignmentsPath: join(sample, 'assignments.csv'),
        organizer: SAMPLE_ORGANIZER,
      },
      job,
    );
    return exportAssignments(organizer, { venue: venue.id, folder }, job);
  } finally {
    stores.close();
  }
}

/** Builds the sample aside and imports its reviewer's bundle as any other bundle is imported. */
export function openSample(deps: ServiceDeps, _input: Record<string, never>, job: JobControl): ImportReport {
  const folder = mkdtempSync(join(tmpdir(), 'referee-sample-'));
  try {
    const bundle = buildSample(deps, { folder }, job).find(({ person }) => person === SAMPLE_REVIEWER);
    if (bundle === undefined) throw new Error('the sample has no bundle for its reviewer');
    return importBundles(deps, { paths: [bundle.path], venue: null }, job);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
