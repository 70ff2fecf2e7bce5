import type { Annotation, AnnotationContent } from '@shared/model/annotation';
import type { AnnotationId, Sha256 } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';

/** An annotation's name, of one hex digit repeated. */
export const annotationId = (digit: string): AnnotationId => `a-${digit.repeat(16)}` as AnnotationId;

/** What an annotation says: a highlighted weakness on page 4, read by chairs, unless told otherwise. */
export function makeContent(changes: Partial<AnnotationContent> = {}): AnnotationContent {
  return {
    kind: 'highlight',
    meaning: 'weakness',
    comment: '',
    visibility: 'chairs',
    pdf: 'ab'.repeat(32) as Sha256,
    pages: [{ page: 4, quads: [[72, 700, 300, 700, 72, 688, 300, 688]] }],
    pageLabel: null,
    quote: { exact: 'the noise is known', prefix: 'we assume that ', suffix: ' and constant' },
    ...changes,
  };
}

/** An annotation as it stands in a list. */
export function makeNote(
  digit: string,
  changes: Partial<AnnotationContent> = {},
  modifiedAt = '2026-05-10T09:00:00.000Z',
): Pick<Annotation, 'id' | 'content' | 'createdAt' | 'modifiedAt'> {
  const instant = modifiedAt as Instant;
  return {
    id: annotationId(digit),
    content: makeContent(changes),
    createdAt: instant,
    modifiedAt: instant,
  };
}
