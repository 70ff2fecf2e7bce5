import { annotationSchema, type Annotation } from '@shared/model/annotation';
import type { AnnotationId, PaperNumber, PersonId, Sha256 } from '@shared/model/ids';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** A version of somebody's annotation, with the hash that settles which of two equally high versions stands. */
export interface ReceivedAnnotation {
  readonly id: AnnotationId;
  readonly paper: PaperNumber;
  readonly creator: PersonId;
  readonly version: number;
  readonly hash: Sha256;
  /** Null when its writer took it back. */
  readonly annotation: Annotation | null;
}

/** What reviewers marked on a paper, as it stands, by creator and id. */
export function listReceivedAnnotations(db: ReadDb, paper: PaperNumber): Annotation[] {
  return selectAll<{ json: string }>(
    db,
    'SELECT json FROM received_annotations WHERE paper = ? AND json IS NOT NULL ORDER BY creator, id',
    paper,
  ).map(({ json }) => annotationSchema.parse(JSON.parse(json)));
}

/** Whether this version of an annotation, or one that stands over it, is here. */
export function hasReceivedAnnotation(
  db: ReadDb,
  one: Pick<ReceivedAnnotation, 'creator' | 'id' | 'version' | 'hash'>,
): boolean {
  return (
    selectOne(
      db,
      'SELECT 1 FROM received_annotations WHERE creator = ? AND id = ? AND (version, hash) >= (?, ?)',
      one.creator,
      one.id,
      one.version,
      one.hash,
    ) !== undefined
  );
}

/** Takes in a version of an annotation unless one that stands over it is here. Answers whether it was taken. */
export function saveReceivedAnnotation(db: WriteDb, one: ReceivedAnnotation): boolean {
  const taken = change(
    db,
    `INSERT INTO received_annotations VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
       paper = excluded.paper, version = excluded.version, hash = excluded.hash, json = excluded.json
     WHERE (excluded.version, excluded.hash) > (version, hash)`,
    one.creator,
    one.id,
    one.paper,
    one.version,
    one.hash,
    one.annotation === null ? null : JSON.stringify(one.annotation),
  );
  return taken > 0;
}
