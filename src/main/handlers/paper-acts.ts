import { refusePaper, takePaperBack } from '../services/paper-acts';
import type { Handlers } from './handler';

/** What I say of being asked to review papers. */
export const paperActHandlers: Pick<Handlers, 'paper.refuse' | 'paper.takeBack'> = {
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
