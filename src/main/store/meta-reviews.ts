import type { PaperNumber, PersonId } from '@shared/model/ids';
import {
  metaContentSchema,
  metaRevisionSchema,
  type MetaContent,
  type MetaRevision,
} from '@shared/model/meta-review';
import { instantSchema, type Instant } from '@shared/model/time';
import { saveChained, selectChain, toChained, type Chained, type ChainRow } from './chains';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** My meta-review of a paper as it stands on disk. */
export interface MetaDraft {
  readonly paper: PaperNumber;
  readonly content: MetaContent;
  readonly changedAt: Instant;
}

/** A revision of a meta-review with the chain it ends. */
export type StoredMetaRevision = Chained<MetaRevision>;

interface DraftRow {
  readonly paper: PaperNumber;
  readonly json: string;
  readonly changed_at: string;
}

/** All my meta-reviews, by paper. */
export function listMetaDrafts(db: ReadDb): MetaDraft[] {
  return selectAll<DraftRow>(db, 'SELECT paper, json, changed_at FROM meta_drafts ORDER BY paper').map(
    toDraft,
  );
}

/** My meta-review of a paper, or undefined before the first change. */
export function getMetaDraft(db: ReadDb, paper: PaperNumber): MetaDraft | undefined {
  const row = selectOne<DraftRow>(
    db,
    'SELECT paper, json, changed_at FROM meta_drafts WHERE paper = ?',
    paper,
  );
  return row === undefined ? undefined : toDraft(row);
}

/** Sets my meta-review of a paper. */
export function saveMetaDraft(db: WriteDb, { paper, content, changedAt }: MetaDraft): void {
  change(
    db,
    `INSERT INTO meta_drafts VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET json = excluded.json, changed_at = excluded.changed_at`,
    paper,
    JSON.stringify(content),
    changedAt,
  );
}

const SELECT = selectChain('meta_revisions');
const toStored = toChained(metaRevisionSchema);

/** Every revision of every meta-review of a paper, by chair and hash. */
export function listMetaRevisionsOn(db: ReadDb, paper: PaperNumber): StoredMetaRevision[] {
  return selectAll<ChainRow>(db, `${SELECT} WHERE paper = ? ORDER BY chair, hash`, paper).map(toStored);
}

/** Every revision of one chair's meta-review of a paper, by hash. */
export function listMetaRevisionsBy(db: ReadDb, paper: PaperNumber, chair: PersonId): StoredMetaRevision[] {
  return selectAll<ChainRow>(db, `${SELECT} WHERE paper = ? AND chair = ? ORDER BY hash`, paper, chair).map(
    toStored,
  );
}

/** Every revision of every meta-review in the store, by paper, chair and hash. */
export function listMetaRevisions(db: ReadDb): StoredMetaRevision[] {
  return selectAll<ChainRow>(db, `${SELECT} ORDER BY paper, chair, hash`).map(toStored);
}

/** Adds a revision, or a longer history of one that is known (see `saveChained`). Answers whether it is new. */
export function saveMetaRevision(db: WriteDb, stored: StoredMetaRevision): boolean {
  return saveChained(db, 'meta_revisions', stored, [stored.revision.paper, stored.revision.chair]);
}

function toDraft(row: DraftRow): MetaDraft {
  return {
    paper: row.paper,
    content: metaContentSchema.parse(JSON.parse(row.json)),
    changedAt: instantSchema.parse(row.changed_at),
  };
}
