import { z } from 'zod';
import { annotationContentSchema, type Annotation } from '../model/annotation';
import { annotationIdSchema, paperNumberSchema, venueIdSchema } from '../model/ids';
import { route } from './define';

const paperInput = z.strictObject({ venue: venueIdSchema, paper: paperNumberSchema });

export const annotationRoutes = {
  /** My annotations on a paper, by page and place. */
  'annotation.list': route<readonly Annotation[]>()(paperInput),
  /** My annotations on a paper as a Markdown document, by page and place. Refused: PAPER_NOT_FOUND. */
  'annotation.toMarkdown': route<{ readonly markdown: string; readonly noteCount: number }>()(paperInput),
  /**
   * Makes an annotation or changes it, whole. When it answers, the change is on disk. The window names a new one itself, so that
   * undoing a removal brings back the same.
   * Refused: PAPER_NOT_FOUND, ANSWER_INVALID (another PDF than the paper's).
   */
  'annotation.save': route<Annotation>()(
    paperInput.extend({ id: annotationIdSchema, content: annotationContentSchema }),
  ),
  /** Removes an annotation of mine; one that is not there is removed already. */
  'annotation.remove': route<null>()(paperInput.extend({ id: annotationIdSchema })),
};
