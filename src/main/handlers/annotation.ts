import { annotate, describeMyAnnotations, listMyAnnotations, removeAnnotation } from '../services/annotate';
import type { PaperInput } from '../services/save-draft';
import type { HandlerDeps } from './deps';
import type { Handlers } from './handler';

function told<Answer>(deps: HandlerDeps, { venue, paper }: PaperInput, answer: Answer): Answer {
  deps.publish('annotations.changed', { venue, paper });
  deps.publish('review.changed', { venue, paper });
  return answer;
}

/** My annotations. */
export const annotationHandlers: Pick<
  Handlers,
  'annotation.list' | 'annotation.toMarkdown' | 'annotation.save' | 'annotation.remove'
> = {
  'annotation.list': ({ services }, input) => listMyAnnotations(services, input),
  'annotation.toMarkdown': ({ services }, input) => describeMyAnnotations(services, input),
  'annotation.save': (deps, input) => told(deps, input, annotate(deps.services, input)),
  'annotation.remove': (deps, input) => told(deps, input, removeAnnotation(deps.services, input)),
};
