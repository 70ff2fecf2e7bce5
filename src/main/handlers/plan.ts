import { addTimeSpent, forgetTimeSpent, listTimeSpent } from '../services/time-spent';
import type { Handlers } from './handler';

/** How long I was at papers, for myself. */
export const planHandlers: Pick<Handlers, 'time.list' | 'time.add' | 'time.forget'> = {
  'time.list': ({ services }, input) => listTimeSpent(services, input),
  'time.add': (deps, input) => {
    addTimeSpent(deps.services, input);
    deps.publish('time.changed', { venue: input.venue });
    return null;
  },
  'time.forget': (deps, input) => {
    forgetTimeSpent(deps.services, input);
    deps.publish('time.changed', { venue: input.venue });
    return null;
  },
};
