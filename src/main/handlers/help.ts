import { creditHelper, readHelp } from '../services/helpers';
import type { Handlers } from './handler';
import { toJudgementReceipt } from './receipts';

/** Help with reviews: handing a paper over, and what comes back. */
export const helpHandlers: Pick<Handlers, 'help.get' | 'help.credit' | 'help.handOver'> = {
  'help.get': ({ services }, input) => readHelp(services, input),
  'help.credit': (deps, input) => {
    creditHelper(deps.services, input);
    deps.publish('review.changed', { venue: input.venue, paper: input.paper });
    return null;
  },
  'help.handOver': (deps, { file, ...input }) =>
    deps.jobs.start('hand-over', { ...input, path: deps.tokens.pathOf(file, 'write') }, (outcome) => {
      deps.publish('venue.changed', { venue: input.venue });
      return toJudgementReceipt(outcome, file);
    }),
};
