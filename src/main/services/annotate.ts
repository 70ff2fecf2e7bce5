import { toNotesText } from '@shared/anchor/notes-text';
import { AppError } from '@shared/contract/errors';
import type { Annotation, AnnotationContent } from '@shared/model/annotation';
import type { AnnotationId } from '@shared/model/ids';
import { transact, type ReadDb } from '../store/database';
import { getAnnotation, listAnnotationsOn, saveAnnotation } from '../store/annotations';
import { getPaper } from '../store/papers';
import { nowInstant, type ServiceDeps } from './deps';
import { requireSelf } from './my-review';
import type { PaperInput } from './save-draft';

/** My annotations on a paper, by page and place: from the top of a page downwards. */
export function listMyAnnotations(deps: ServiceDeps, input: PaperInput): readonly Annotation[] {
  const { db } = deps.stores.open(input.venue);
  return listAnnotationsOn(db, input.paper)
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ annotation }) => annotation)
    .toSorted(byPlace);
}

/** My annotations on a paper as a Markdown document. Refused: PAPER_NOT_FOUND. */
export function describeMyAnnotations(
  deps: ServiceDeps,
  input: PaperInput,
): { readonly markdown: string; readonly noteCount: number } {
  const paper = getPaper(deps.stores.open(input.venue).db, input.paper);
  if (paper === undefined)
    throw new AppError('PAPER_NOT_FOUND', `There is no paper ${input.paper} in this venue.`);
  const annotations = listMyAnnotations(deps, input);
  return { markdown: toNotesText(paper, annotations), noteCount: annotations.length };
}

/** Makes an annotation or changes it, whole. Refused: PAPER_NOT_FOUND, ANSWER_INVALID. */
export function annotate(
  deps: ServiceDeps,
  input: PaperInput & { readonly id: AnnotationId; readonly content: AnnotationContent },
): Annotation {
  const { db } = deps.stores.open(input.venue);
  const me = requireSelf(db);
  checkPaper(db, input);
  const now = nowInstant(deps.clock);
  return transact(db, () => {
    const known = getAnnotation(db, input.id)?.annotation;
    if (known !== undefined && known.paper !== input.paper)
      throw new AppError('ANSWER_INVALID', 'This annotation is on another paper. Nothing was changed.');
    const annotation: Annotation = {
      id: input.id,
      paper: input.paper,
      creator: me.id,
      version: (known?.version ?? 0) + 1,
      createdAt: known?.createdAt ?? now,
      modifiedAt: now,
      content: input.content,
    };
    saveAnnotation(db, annotation, false);
    return annotation;
  });
}

/** Removes an annotation of mine. Its content stays on disk, so that it can be brought back. */
export function removeAnnotation(deps: ServiceDeps, input: PaperInput & { readonly id: AnnotationId }): null {
  const { db } = deps.stores.open(input.venue);
  const now = nowInstant(deps.clock);
  return transact(db, () => {
    const known = getAnnotation(db, input.id);
    if (known === undefined || known.isRemoved) return null;
    const { annotation } = known;
    saveAnnotation(db, { ...annotation, version: annotation.version + 1, modifiedAt: now }, true);
    return null;
  });
}

function checkPaper(
  db: ReadDb,
  { paper, content }: PaperInput & { readonly content: AnnotationContent },
): void {
  const known = getPaper(db, paper);
  if (known === undefined) throw new AppError('PAPER_NOT_FOUND', `There is no paper ${paper} in this venue.`);
  if (known.pdf.sha256 === content.pdf) return;
  throw new AppError(
    'ANSWER_INVALID',
    `Paper ${paper} has another PDF by now. Open the paper again and mark it there; nothing was changed.`,
  );
}

/** The place of an annotation: its page, then from the top. */
function byPlace(a: Annotation, b: Annotation): number {
  const [one, other] = [a.content.pages[0], b.content.pages[0]];
  if (one === undefined || other === undefined) return 0;
  return (
    one.page - other.page ||
    (other.quads[0]?.[1] ?? 0) - (one.quads[0]?.[1] ?? 0) ||
    (one.quads[0]?.[0] ?? 0) - (other.quads[0]?.[0] ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}
