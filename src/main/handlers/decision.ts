import { listDecisions, saveDecision } from '../services/decisions';
import { previewDecisions } from '../services/export-decisions';
import type { Handlers } from './handler';
import { toJudgementReceipt } from './receipts';

/** What organizers decide. */
export const decisionHandlers: Pick<
  Handlers,
  'decision.list' | 'decision.save' | 'decision.previewExport' | 'decision.export'
> = {
  'decision.list': ({ services }, input) => listDecisions(services, input),
  'decision.save': (deps, input) => {
    const saved = saveDecision(deps.services, input);
    deps.publish('judgement.changed', { venue: input.venue, paper: input.paper });
    return saved;
  },
  'decision.previewExport': ({ services }, input) => previewDecisions(services, input),
  'decision.export': (deps, { file, ...input }) =>
    deps.jobs.start('export-decisions', { ...input, path: deps.tokens.pathOf(file, 'write') }, (outcome) => {
      deps.publish('venue.changed', { venue: input.venue });
      return toJudgementReceipt(outcome, file);
    }),
};
