import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ImportReport } from '@shared/contract/bundle';
import type { FormField } from '@shared/model/form';
import type { FieldId, PaperNumber, VenueId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import { generateIdentity, type Identity } from '@main/bundle/keys';
import { createVenue } from '@main/services/create-venue';
import { nowInstant, quiet, type ServiceDeps } from '@main/services/deps';
import { exportAssignments, type AssignmentBundle } from '@main/services/export-assignments';
import { exportReviews, type ExportOutcome } from '@main/services/export-reviews';
import { importBundles } from '@main/services/import-bundles';
import { readVenue } from '@main/services/library';
import { answerField, markReady } from '@main/services/save-draft';
import { openStores } from '@main/store/stores';
import { tempFolder } from './temp';
import { writeVenueFiles } from './venue-files';

/** The venue that ships with Referee. */
export const SIM2SCIENCE = 'sim2science-2026' as VenueId;

/** One person's computer: its own data folder, key and clock; everything else is real. */
export interface Machine {
  readonly folder: string;
  readonly deps: ServiceDeps;
  readonly identity: Identity;
  setNow(instant: string): void;
}

/** A computer, 10 May 2026, 9:00 UTC. */
export function makeMachine(folder = tempFolder(), identity = generateIdentity()): Machine {
  let nowMs = Date.parse('2026-05-10T09:00:00Z');
  const clock = { nowMs: () => nowMs, timeZone: 'Asia/Seoul' };
  const dataFolder = join(folder, 'data');
  const stores = openStores(dataFolder, () => nowInstant(clock));
  onTestFinished(stores.close);
  return {
    folder,
    identity,
    deps: {
      stores,
      clock,
      identity: () => identity,
      application: { name: 'Referee', version: '0.0.0' },
      resourcesFolder: resolve('resources'),
    },
    setNow: (instant) => {
      nowMs = Date.parse(instant);
    },
  };
}

/** An organizer who has set the small venue up and written its bundles. */
export function makeOrganizer(
  options: { readonly chairPapers?: readonly number[]; readonly secondChair?: boolean } = {},
): {
  machine: Machine;
  bundles: readonly AssignmentBundle[];
  bundleOf(name: string): string;
} {
  const machine = makeMachine();
  createVenue(
    machine.deps,
    { venuePath: null, ...writeVenueFiles(machine.folder, options.chairPapers, options.secondChair) },
    quiet,
  );
  const out = join(machine.folder, 'out');
  mkdirSync(out);
  const bundles = exportAssignments(machine.deps, { venue: SIM2SCIENCE, folder: out }, quiet);
  return {
    machine,
    bundles,
    bundleOf: (name) => {
      const bundle = bundles.find(({ person }) => person === name);
      if (bundle === undefined) throw new Error(`no bundle for ${name}`);
      return bundle.path;
    },
  };
}

/** Imports files on a computer. */
export function importAll(machine: Machine, ...paths: readonly string[]): ImportReport {
  return importBundles(machine.deps, { paths, venue: null }, quiet);
}

/** Sets one answer, or clears it with null. */
export function answer(machine: Machine, paper: number, field: string, value: Answer | null): void {
  answerField(machine.deps, {
    venue: SIM2SCIENCE,
    paper: paper as PaperNumber,
    field: field as FieldId,
    answer: value,
  });
}

/** Fills every required field so that the review can be marked ready, and marks it. */
export function completeReview(
  machine: Machine,
  paper: number,
  overall = 4,
  note = 'a careful reading',
): void {
  const { form } = readVenue(machine.deps, { venue: SIM2SCIENCE });
  for (const field of form.fields) {
    if (field.isRequired) answer(machine, paper, field.id, plausibleAnswer(field, overall, note));
  }
  markReady(machine.deps, { venue: SIM2SCIENCE, paper: paper as PaperNumber });
}

/** Exports reviews to a file. */
export function exportTo(
  machine: Machine,
  path: string,
  papers: readonly number[],
  includeUnready = false,
  isEncrypted = false,
): ExportOutcome {
  return exportReviews(
    machine.deps,
    { venue: SIM2SCIENCE, papers: papers as readonly PaperNumber[], includeUnready, isEncrypted, path },
    quiet,
  );
}

function plausibleAnswer(field: FormField, overall: number, note: string): Answer {
  switch (field.kind) {
    case 'text': {
      const words = Array.from({ length: field.minWords ?? 5 }, (_, index) => `word${index}`);
      return { kind: 'text', text: `${note} ${words.join(' ')}` };
    }
    case 'rating': {
      const values = field.scale.map((step) => step.value);
      return { kind: 'rating', value: Math.min(overall, Math.max(...values)) };
    }
    case 'choice':
      return { kind: 'choice', option: field.options[0]?.id as FieldId };
    case 'topics':
      return { kind: 'topics', tags: [{ topic: 'sbi' as never, weight: 'primary', fit: 3 }] };
    case 'flag':
      return { kind: 'flag', isRaised: false, detail: '' };
  }
}
