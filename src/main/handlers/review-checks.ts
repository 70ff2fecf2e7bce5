import {
  checkMyReview,
  dismissFinding,
  listDismissedFindings,
  undismissFindings,
} from '../services/check-review';
import type { PaperInput } from '../services/save-draft';
import type { HandlerDeps } from './deps';
import type { Handlers } from './handler';

function told(deps: HandlerDeps, { venue, paper }: PaperInput, answer: null): null {
  deps.publish('checks.changed', { venue, paper });
  return answer;
}

/** What there is to look at in my reviews. */
export const reviewCheckHandlers: Pick<
  Handlers,
  'review.check' | 'review.listDismissed' | 'review.dismiss' | 'review.undismissAll'
> = {
  'review.check': ({ services }, input) => checkMyReview(services, input),
  'review.listDismissed': ({ services }, input) => listDismissedFindings(services, input),
  'review.dismiss': (deps, input) => told(deps, input, dismissFinding(deps.services, input)),
  'review.undismissAll': (deps, input) => told(deps, input, undismissFindings(deps.services, input)),
};
