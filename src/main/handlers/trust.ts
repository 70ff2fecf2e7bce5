import { listTrust, revokeKey } from '../services/trust';
import type { Handlers } from './handler';

/** People's keys, as this store believes them. */
export const trustHandlers: Pick<Handlers, 'trust.list' | 'trust.revoke'> = {
  'trust.list': ({ services }, input) => listTrust(services, input),
  'trust.revoke': (deps, input) => {
    revokeKey(deps.services, input);
    deps.publish('venue.changed', { venue: input.venue });
    return null;
  },
};
