import type { ReadDb, WriteDb } from '../store/database';
import { getAnnotation, saveAnnotation, saveSentVersion } from '../store/annotations';
import { hasPaper } from '../store/papers';
import { saveReceivedAnnotation, type ReceivedAnnotation } from '../store/received-annotations';

/** Takes in what a reviewer marked on papers that are here. Answers how many were new or newer. */
export function mergeAnnotations(db: WriteDb, received: readonly ReceivedAnnotation[]): number {
  return received.filter((one) => hasPaper(db, one.paper) && saveReceivedAnnotation(db, one)).length;
}

/**
 * Takes in what I marked on another computer of mine. A newer version stands; one that is no longer for others there stays
 * here as mine alone. Answers how many changed something.
 */
export function mergeOwnAnnotations(db: WriteDb, received: readonly ReceivedAnnotation[]): number {
  return received.filter((one) => hasPaper(db, one.paper) && mergeOwn(db, one)).length;
}

/** Whether this version of an annotation of mine, or a newer one, is here; one that was taken back and never was here is. */
export function hasOwnAnnotation(db: ReadDb, { id, version, annotation }: ReceivedAnnotation): boolean {
  const known = getAnnotation(db, id);
  return known === undefined ? annotation === null : known.annotation.version >= version;
}

function mergeOwn(db: WriteDb, { id, version, annotation }: ReceivedAnnotation): boolean {
  const known = getAnnotation(db, id);
  if (known !== undefined && known.annotation.version >= version) return false;
  if (annotation !== null) saveAnnotation(db, annotation, false);
  else if (known !== undefined) {
    const { content } = known.annotation;
    saveAnnotation(
      db,
      { ...known.annotation, version, content: { ...content, visibility: 'mine' } },
      known.isRemoved,
    );
  } else return false;
  saveSentVersion(db, id, version);
  return true;
}
