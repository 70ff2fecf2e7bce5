import { basename } from 'node:path';
import { readConsolidatedPaper, readConsolidation } from '../services/consolidation';
import { calibrateReviews } from '../services/calibrate-reviews';
import { buildTable, exportTable } from '../services/export-table';
import { previewConsolidation } from '../services/export-consolidation';
import { saveMetaReview } from '../services/meta-reviews';
import { buildPapersTable, exportPapersTable } from '../services/papers-table';
import { settleReview } from '../services/settle-review';
import type { Handlers } from './handler';
import { toJudgementReceipt } from './receipts';

/** What chairs and organizers see. */
export const consolidationHandlers: Pick<
  Handlers,
  | 'consolidation.get'
  | 'consolidation.getPaper'
  | 'consolidation.getTable'
  | 'consolidation.exportTable'
  | 'consolidation.calibrate'
  | 'consolidation.getPapersTable'
  | 'consolidation.exportPapers'
  | 'consolidation.previewExport'
  | 'consolidation.export'
  | 'metaReview.save'
  | 'review.settle'
> = {
  'consolidation.get': ({ services }, input) => readConsolidation(services, input),
  'consolidation.getPaper': ({ services }, input) => readConsolidatedPaper(services, input),
  'metaReview.save': (deps, input) => {
    const saved = saveMetaReview(deps.services, input);
    deps.publish('judgement.changed', { venue: input.venue, paper: input.paper });
    return saved;
  },
  'review.settle': (deps, input) => {
    settleReview(deps.services, input);
    deps.publish('venue.changed', { venue: input.venue });
    return null;
  },
  'consolidation.previewExport': ({ services }, input) => previewConsolidation(services, input),
  'consolidation.export': (deps, { file, ...input }) =>
    deps.jobs.start(
      'export-consolidation',
      { ...input, path: deps.tokens.pathOf(file, 'write') },
      (outcome) => {
        deps.publish('venue.changed', { venue: input.venue });
        return toJudgementReceipt(outcome, file);
      },
    ),
  'consolidation.calibrate': ({ services }, input) => calibrateReviews(services, input),
  'consolidation.getPapersTable': ({ services }, input) => buildPapersTable(services, input),
  'consolidation.exportPapers': ({ services, tokens }, { file, ...input }) => {
    const path = tokens.pathOf(file, 'write');
    return { rowCount: exportPapersTable(services, { ...input, path }), fileName: basename(path) };
  },
  'consolidation.getTable': ({ services }, input) => buildTable(services, input),
  'consolidation.exportTable': ({ services, tokens }, { venue, file }) => {
    const path = tokens.pathOf(file, 'write');
    return { rowCount: exportTable(services, { venue, path }), fileName: basename(path) };
  },
};
