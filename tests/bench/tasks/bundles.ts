import { mkdirSync } from 'node:fs';
import { quiet } from '@main/services/deps';
import { exportAssignments, type AssignmentBundle } from '@main/services/export-assignments';
import { importBundles } from '@main/services/import-bundles';
import { inspectBundle } from '@main/services/inspect-bundle';
import { withMachine } from './machine';
import { timed, type Measured } from './measure';
import { VENUE } from './venue';

/** Writes the assignment bundles of a venue, as an organizer does. */
export function exportAll(input: {
  readonly machine: string;
  readonly out: string;
}): Measured & { readonly bundles: readonly AssignmentBundle[] } {
  mkdirSync(input.out, { recursive: true });
  return withMachine(input.machine, (deps) => {
    let bundles: readonly AssignmentBundle[] = [];
    const measured = timed(() => {
      bundles = exportAssignments(deps, { venue: VENUE, folder: input.out }, quiet);
    });
    return { ...measured, bundles };
  });
}

/** Looks at a bundle as the window does before it is imported: verified whole, its content read, nothing written. */
export function inspectOne(input: { readonly machine: string; readonly path: string }): Measured {
  return withMachine(input.machine, (deps) =>
    timed(() => inspectBundle(deps, { path: input.path, keyPath: null }, quiet)),
  );
}

/** Imports bundles as the window's job does. Every one must be new here. */
export function importAll(input: { readonly machine: string; readonly paths: readonly string[] }): Measured {
  return withMachine(input.machine, (deps) =>
    timed(() => {
      const { rows } = importBundles(deps, { paths: input.paths, venue: null }, quiet);
      const odd = rows.find(({ outcome }) => outcome !== 'added' && outcome !== 'updated');
      if (odd !== undefined) throw new Error(`a bundle was not imported: ${JSON.stringify(odd)}`);
    }),
  );
}
