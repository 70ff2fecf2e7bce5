import { annotationSchema, type Annotation } from '@shared/model/annotation';
import type { AnnotationId, PaperNumber } from '@shared/model/ids';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** An annotation of mine as it is on disk. */
export interface StoredAnnotation {
  readonly annotation: Annotation;
  readonly isRemoved: boolean;
  /** The version that chairs were last sent; null while they were sent none. */
  readonly sentVersion: number | null;
}

interface AnnotationRow {
  readonly json: string;
  readonly is_removed: number;
  readonly sent_version: number | null;
}

const SELECT = 'SELECT json, is_removed, sent_version FROM annotations';

/** Every annotation of mine on a paper, removed ones too, by id. */
export function listAnnotationsOn(db: ReadDb, paper: PaperNumber): StoredAnnotation[] {
  return selectAll<AnnotationRow>(db, `${SELECT} WHERE paper = ? ORDER BY id`, paper).map(toStored);
}

/** An annotation of mine, removed or not; undefined when there never was one. */
export function getAnnotation(db: ReadDb, id: AnnotationId): StoredAnnotation | undefined {
  const row = selectOne<AnnotationRow>(db, `${SELECT} WHERE id = ?`, id);
  return row === undefined ? undefined : toStored(row);
}

/** Makes an annotation of mine what is given. What chairs were sent of it stays noted. */
export function saveAnnotation(db: WriteDb, annotation: Annotation, isRemoved: boolean): void {
  change(
    db,
    `INSERT INTO annotations VALUES (?, ?, ?, ?, NULL, ?) ON CONFLICT DO UPDATE SET
       version = excluded.version, is_removed = excluded.is_removed, json = excluded.json`,
    annotation.id,
    annotation.paper,
    annotation.version,
    Number(isRemoved),
    JSON.stringify(annotation),
  );
}

/** Notes which version of an annotation chairs were sent. */
export function saveSentVersion(db: WriteDb, id: AnnotationId, version: number): void {
  change(db, 'UPDATE annotations SET sent_version = ? WHERE id = ?', version, id);
}

function toStored(row: AnnotationRow): StoredAnnotation {
  return {
    annotation: annotationSchema.parse(JSON.parse(row.json)),
    isRemoved: row.is_removed === 1,
    sentVersion: row.sent_version,
  };
}
