import { basename } from 'node:path';
import type { Handlers } from './handler';

/** Setting a venue up and sending it out. */
export const organizerHandlers: Pick<Handlers, 'venue.create' | 'assignment.export'> = {
  'venue.create': (deps, input) => {
    const { tokens } = deps;
    const paths = {
      venuePath: input.venueFile === null ? null : tokens.pathOf(input.venueFile, 'read'),
      papersPath: tokens.pathOf(input.papersTable, 'read'),
      pdfFolder: tokens.pathOf(input.pdfFolder, 'folder'),
      assignmentsPath: tokens.pathOf(input.assignmentsTable, 'read'),
      organizer: input.organizer,
    };
    return deps.jobs.start('create-venue', paths, (created) => {
      deps.publish('library.changed', {});
      return created;
    });
  },
  'assignment.export': (deps, { venue, folder }) => {
    const path = deps.tokens.pathOf(folder, 'folder');
    return deps.jobs.start('export-assignments', { venue, folder: path }, (bundles) => ({
      folder: { token: folder, name: basename(path) },
      bundles: bundles.map(({ path: _path, ...bundle }) => bundle),
    }));
  },
};
