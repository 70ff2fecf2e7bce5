import { basename } from 'node:path';
import type { AssignmentExportReport } from '@shared/contract/organizer';
import type { FileToken } from '@shared/model/ids';
import type { AssignmentBundle } from '../services/export-assignments';
import type { Handlers } from './handler';

/** Setting a venue up and sending it out. */
export const organizerHandlers: Pick<Handlers, 'venue.create' | 'assignment.export' | 'sample.build'> = {
  'venue.create': (deps, input) => {
    const { tokens } = deps;
    const paths = {
      venuePath: input.venueFile === null ? null : tokens.pathOf(input.venueFile, 'read'),
      papersPath: tokens.pathOf(input.papersTable, 'read'),
      pdfFolder: tokens.pathOf(input.pdfFolder, 'folder'),
      assignmentsPath: input.assignmentsTable === null ? null : tokens.pathOf(input.assignmentsTable, 'read'),
      organizer: input.organizer,
    };
    return deps.jobs.start('create-venue', paths, (created) => {
      deps.publish('library.changed', {});
      return created;
    });
  },
  'assignment.export': (deps, { venue, folder }) => {
    const path = deps.tokens.pathOf(folder, 'folder');
    return deps.jobs.start('export-assignments', { venue, folder: path }, (bundles) =>
      toReport(bundles, folder, path),
    );
  },
  'sample.build': (deps, { folder }) => {
    const path = deps.tokens.pathOf(folder, 'folder');
    return deps.jobs.start('build-sample', { folder: path }, (bundles) => toReport(bundles, folder, path));
  },
};

function toReport(
  bundles: readonly AssignmentBundle[],
  folder: FileToken,
  path: string,
): AssignmentExportReport {
  return {
    folder: { token: folder, name: basename(path) },
    bundles: bundles.map(({ path: _path, ...bundle }) => bundle),
  };
}
