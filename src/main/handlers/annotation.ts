import { basename } from 'node:path';
import { annotate, describeMyAnnotations, listMyAnnotations, removeAnnotation } from '../services/annotate';
import { writeAnnotatedPdf } from '../services/write-annotated-pdf';
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
  | 'annotation.list'
  | 'annotation.toMarkdown'
  | 'annotation.writePdf'
  | 'annotation.save'
  | 'annotation.remove'
> = {
  'annotation.list': ({ services }, input) => listMyAnnotations(services, input),
  'annotation.toMarkdown': ({ services }, input) => describeMyAnnotations(services, input),
  'annotation.writePdf': ({ services, tokens }, { file, bytes }) => {
    const path = tokens.pathOf(file, 'write');
    writeAnnotatedPdf(services, { path, bytes });
    return { fileName: basename(path) };
  },
  'annotation.save': (deps, input) => told(deps, input, annotate(deps.services, input)),
  'annotation.remove': (deps, input) => told(deps, input, removeAnnotation(deps.services, input)),
};
