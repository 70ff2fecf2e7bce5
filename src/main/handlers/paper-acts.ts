import { refusePaper, takePaperBack } from '../services/paper-acts';
import { listReviewChanges } from '../services/review-changes';
import type { Handlers } from './handler';

/** What I say of being asked to review papers, and what I changed since it was exported. */
export const paperActHandlers: Pick<Handlers, 'paper.refuse' | 'paper.takeBack' | 'review.changes'> = {
  'review.changes': ({ services }, input) => listReviewChanges(services, input),
  'paper.refuse': (deps, input) => {
    const response = refusePaper(deps.services, input);
    deps.publish('review.changed', { venue: input.venue, paper: input.paper });
    return response;
  },
  'paper.takeBack': (deps, input) => {
    const response = takePaperBack(deps.services, input);
    deps.publish('review.changed', { venue: input.venue, paper: input.paper });
    return response;
  },
};
