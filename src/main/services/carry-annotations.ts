import { toWebAnnotation } from '@shared/anchor/web-annotation';
import type { PaperNumber } from '@shared/model/ids';
import { toCanonicalBytes } from '../bundle/canonical-json';
import { annotationPath } from '../bundle/payload';
import type { PayloadFile } from '../bundle/write-bundle';
import { listAnnotationsOn, saveSentVersion, type StoredAnnotation } from '../store/annotations';
import type { ReadDb, WriteDb } from '../store/database';

/**
 * The annotations that go out with a review: those that others may read, and of those that they were sent before the word that
 * there is none any more. Notes what was sent. To be called in a transaction.
 */
export function carryAnnotations(
  db: WriteDb,
  paper: PaperNumber,
): readonly (readonly [string, PayloadFile])[] {
  return listAnnotationsOn(db, paper)
    .filter((stored) => isShared(stored) || stored.sentVersion !== null)
    .map((stored) => {
      const { annotation } = stored;
      saveSentVersion(db, annotation.id, annotation.version);
      const web = toWebAnnotation(annotation, !isShared(stored));
      return [annotationPath(paper, annotation.id), { bytes: toCanonicalBytes(web) }] as const;
    });
}

/** Whether what chairs have of my annotations on a paper is not what they would be sent now. */
export function hasUnsentAnnotations(db: ReadDb, paper: PaperNumber): boolean {
  return listAnnotationsOn(db, paper).some(
    (stored) =>
      (isShared(stored) || stored.sentVersion !== null) && stored.sentVersion !== stored.annotation.version,
  );
}

function isShared({ annotation, isRemoved }: StoredAnnotation): boolean {
  return !isRemoved && annotation.content.visibility !== 'mine';
}
