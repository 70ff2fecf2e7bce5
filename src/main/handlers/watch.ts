import { lookAtFolder } from '../services/watch-folder';
import type { Handlers } from './handler';

/** Folders that people share. */
export const watchHandlers: Pick<Handlers, 'watch.look' | 'watch.take' | 'watch.export'> = {
  'watch.look': ({ services, tokens, dataFolder }, { folder, venue }) =>
    lookAtFolder(services, { dataFolder, folder: tokens.pathOf(folder, 'folder'), venue }),
  'watch.take': (deps, { folder, venue, name }) =>
    deps.jobs.start(
      'take-file',
      { dataFolder: deps.dataFolder, folder: deps.tokens.pathOf(folder, 'folder'), venue, name },
      (taken) => {
        if (taken.row.venue !== null) {
          deps.publish('library.changed', {});
          deps.publish('venue.changed', { venue: taken.row.venue });
        }
        return taken;
      },
    ),
  'watch.export': (deps, { folder, venue }) =>
    deps.jobs.start(
      'export-to-folder',
      { dataFolder: deps.dataFolder, folder: deps.tokens.pathOf(folder, 'folder'), venue },
      (exported) => {
        if (exported.isWritten) deps.publish('venue.changed', { venue });
        return exported;
      },
    ),
};
