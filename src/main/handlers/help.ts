import { readHelp } from '../services/helpers';
import type { Handlers } from './handler';
import { toJudgementReceipt } from './receipts';

/** Help with reviews: handing a paper over, and what comes back. */
export const helpHandlers: Pick<Handlers, 'help.get' | 'help.handOver'> = {
  'help.get': ({ services }, input) => readHelp(services, input),
  'help.handOver': (deps, { file, ...input }) =>
    deps.jobs.start('hand-over', { ...input, path: deps.tokens.pathOf(file, 'write') }, (outcome) => {
      deps.publish('venue.changed', { venue: input.venue });
      return toJudgementReceipt(outcome, file);
    }),
};
