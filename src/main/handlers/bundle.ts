import type { ImportReport } from '@shared/contract/bundle';
import type { VenueId } from '@shared/model/ids';
import { previewExport } from '../services/export-reviews';
import { keepImport } from '../services/import-log';
import { acceptHeld, listHeld, refuseHeld } from '../services/held-bundles';
import type { HandlerDeps } from './deps';
import type { Handlers } from './handler';
import { toJudgementReceipt } from './receipts';

function told(deps: HandlerDeps, report: ImportReport, venue: VenueId | null): ImportReport {
  try {
    keepImport(deps.services, report, venue);
  } catch {
    // What came in is in: that its report could not be kept must not make the import look failed. It is shown once.
  }
  deps.publish('library.changed', {});
  for (const one of new Set([venue, ...report.rows.map((row) => row.venue)])) {
    if (one !== null) deps.publish('venue.changed', { venue: one });
  }
  return report;
}

/** Bundles in and out. */
export const bundleHandlers: Pick<
  Handlers,
  | 'bundle.inspect'
  | 'bundle.import'
  | 'bundle.previewExport'
  | 'bundle.exportReviews'
  | 'bundle.listHeld'
  | 'bundle.acceptHeld'
  | 'bundle.refuseHeld'
  | 'sample.open'
> = {
  'bundle.inspect': (deps, { file, keyFile }) =>
    deps.jobs.start(
      'inspect-bundle',
      {
        path: deps.tokens.pathOf(file, 'read'),
        keyPath: keyFile === null ? null : deps.tokens.pathOf(keyFile, 'read'),
      },
      (preview) => preview,
    ),
  'bundle.import': (deps, { files, venue }) =>
    deps.jobs.start(
      'import-bundles',
      { paths: files.map((file) => deps.tokens.pathOf(file, 'read')), venue },
      (report) => told(deps, report, venue),
    ),
  'bundle.previewExport': ({ services }, input) => previewExport(services, input),
  'bundle.exportReviews': (deps, { file, ...input }) =>
    deps.jobs.start('export-reviews', { ...input, path: deps.tokens.pathOf(file, 'write') }, (outcome) => {
      deps.publish('venue.changed', { venue: input.venue });
      return toJudgementReceipt(outcome, file);
    }),
  'bundle.listHeld': ({ services }, input) => listHeld(services, input),
  'bundle.acceptHeld': (deps, input) => {
    const row = acceptHeld(deps.services, input);
    deps.publish('venue.changed', { venue: input.venue });
    return row;
  },
  'bundle.refuseHeld': (deps, input) => {
    refuseHeld(deps.services, input);
    deps.publish('venue.changed', { venue: input.venue });
    return null;
  },
  'sample.open': (deps) => deps.jobs.start('open-sample', {}, (report) => told(deps, report, null)),
};
