import { z } from 'zod';
import { annotationContentSchema, type Annotation } from '../model/annotation';
import { annotationIdSchema, fileTokenSchema, paperNumberSchema, venueIdSchema } from '../model/ids';
import { route } from './define';

/** `%PDF-` */
const PDF_START = [0x25, 0x50, 0x44, 0x46, 0x2d];

const paperInput = z.strictObject({ venue: venueIdSchema, paper: paperNumberSchema });

/** Whether a value is the bytes of a PDF, by how they start. */
function isPdf(value: unknown): boolean {
  return value instanceof Uint8Array && PDF_START.every((byte, at) => value[at] === byte);
}

export const annotationRoutes = {
  /** My annotations on a paper, by page and place. */
  'annotation.list': route<readonly Annotation[]>()(paperInput),
  /** My annotations on a paper as a Markdown document, by page and place. Refused: PAPER_NOT_FOUND. */
  'annotation.toMarkdown': route<{ readonly markdown: string; readonly noteCount: number }>()(paperInput),
  /**
   * Writes a copy of a paper that the window made, with my annotations in it as PDF annotations.
   * Refused: FILE_UNWRITABLE, DISK_FULL.
   */
  'annotation.writePdf': route<{ readonly fileName: string }>()(
    z.strictObject({
      file: fileTokenSchema,
      bytes: z.custom<Uint8Array>(isPdf),
    }),
  ),
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
