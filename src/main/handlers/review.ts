import type { Draft } from '@shared/contract/library';
import { answerField, markReady, takeBack, type PaperInput } from '../services/save-draft';
import { takeVersion } from '../services/take-version';
import type { HandlerDeps } from './deps';
import type { Handlers } from './handler';

function told(deps: HandlerDeps, { venue, paper }: PaperInput, draft: Draft): Draft {
  deps.publish('review.changed', { venue, paper });
  return draft;
}

/** My reviews. */
export const reviewHandlers: Pick<
  Handlers,
  'review.answer' | 'review.markReady' | 'review.takeBack' | 'review.takeVersion'
> = {
  'review.answer': (deps, input) => told(deps, input, answerField(deps.services, input)),
  'review.markReady': (deps, input) => told(deps, input, markReady(deps.services, input)),
  'review.takeVersion': (deps, input) => told(deps, input, takeVersion(deps.services, input)),
  'review.takeBack': (deps, input) => told(deps, input, takeBack(deps.services, input)),
};
