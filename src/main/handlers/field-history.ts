import { listAnswerVersions, readAnswerVersion, restoreAnswerVersion } from '../services/field-history';
import type { Handlers } from './handler';

/** The versions of my answers. */
export const fieldHistoryHandlers: Pick<
  Handlers,
  'review.listVersions' | 'review.readVersion' | 'review.restoreVersion'
> = {
  'review.listVersions': ({ services }, input) => listAnswerVersions(services, input),
  'review.readVersion': ({ services }, input) => readAnswerVersion(services, input),
  'review.restoreVersion': ({ services, publish }, input) => {
    const draft = restoreAnswerVersion(services, input);
    publish('review.changed', { venue: input.venue, paper: input.paper });
    return draft;
  },
};
