import { AppError } from '@shared/contract/errors';
import type { FilePurpose } from '@shared/contract/file';
import { readPreferences, savePreferences } from '../store/preferences';
import { nowInstant } from '../services/deps';
import type { FilePicker, HandlerDeps } from './deps';
import type { FileUse } from './file-tokens';
import type { Handlers } from './handler';

function requirePicker(deps: HandlerDeps): FilePicker {
  if (deps.picker === null)
    throw new AppError('NOT_AVAILABLE_HERE', 'The command line has no dialogs. Name the file instead.');
  return deps.picker;
}

/** What a chosen path may be used for. */
const useOf: Readonly<Record<FilePurpose, FileUse>> = {
  'open-bundles': 'read',
  'venue-file': 'read',
  'papers-table': 'read',
  'pdf-folder': 'folder',
  'assignments-table': 'read',
  'reviewers-table': 'read',
  'bids-table': 'read',
  'bundle-folder': 'folder',
  'letter-folder': 'folder',
  'save-chart-svg': 'write',
  'save-chart-png': 'write',
  'save-review-bundle': 'write',
  'save-consolidation-bundle': 'write',
  'save-decision-bundle': 'write',
  'save-table': 'write',
  'save-text-copy': 'write',
  'save-pdf-copy': 'write',
  'copies-folder': 'folder',
  'save-receipt': 'write',
  receipt: 'read',
  'offline-form': 'read',
  'form-pdfs': 'read',
  'save-offline-form': 'write',
  'save-annotated-pdf': 'write',
  'key-backup': 'read',
  'save-key-backup': 'write',
};

/** About the application, files and jobs. */
export const appHandlers: Pick<
  Handlers,
  | 'app.get'
  | 'app.setPreferences'
  | 'file.choose'
  | 'file.takeOffered'
  | 'file.showInFolder'
  | 'job.get'
  | 'job.cancel'
> = {
  'app.get': (deps) => ({
    ...deps.about,
    version: deps.services.application.version,
    now: nowInstant(deps.services.clock),
    timeZone: deps.services.clock.timeZone,
    preferences: readPreferences(deps.dataFolder),
  }),
  'app.setPreferences': (deps, changes) => {
    const preferences = savePreferences(deps.dataFolder, changes);
    deps.publish('preferences.changed', preferences);
    return preferences;
  },
  'file.choose': async (deps, { purpose, suggestedName }) =>
    (await requirePicker(deps).choose(purpose, suggestedName)).map((path) =>
      deps.tokens.issue(path, useOf[purpose]),
    ),
  'file.takeOffered': (deps) => deps.tokens.takeOffered(),
  'file.showInFolder': (deps, { file }) => {
    requirePicker(deps).showInFolder(deps.tokens.pathOf(file, 'write', 'folder'));
    return null;
  },
  'job.get': (deps, { job }) => deps.jobs.get(job),
  'job.cancel': (deps, { job }) => {
    deps.jobs.cancel(job);
    return null;
  },
};
