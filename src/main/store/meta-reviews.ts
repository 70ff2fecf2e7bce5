import type { PaperNumber, PersonId, Sha256 } from '@shared/model/ids';
import {
  metaContentSchema,
  metaRevisionSchema,
  type MetaContent,
  type MetaRevision,
} from '@shared/model/meta-review';
import { instantSchema, type Instant } from '@shared/model/time';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** My meta-review of a paper as it stands on disk. */
export interface MetaDraft {
  readonly paper: PaperNumber;
  readonly content: MetaContent;
  readonly changedAt: Instant;
}

/** A revision of a meta-review with the chain it ends. */
export interface StoredMetaRevision {
  readonly hash: Sha256;
  readonly history: readonly Sha256[];
  readonly revision: MetaRevision;
  readonly receivedAt: Instant;
}

interface DraftRow {
  readonly paper: PaperNumber;
  readonly json: string;
  readonly changed_at: string;
}

interface RevisionRow {
  readonly hash: Sha256;
  readonly json: string;
  readonly history: string;
  readonly received_at: string;
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

const SELECT = 'SELECT hash, json, history, received_at FROM meta_revisions';

/** Every revision of every meta-review of a paper, by chair and hash. */
export function listMetaRevisionsOn(db: ReadDb, paper: PaperNumber): StoredMetaRevision[] {
  return selectAll<RevisionRow>(db, `${SELECT} WHERE paper = ? ORDER BY chair, hash`, paper).map(toStored);
}

/** Every revision of one chair's meta-review of a paper, by hash. */
export function listMetaRevisionsBy(db: ReadDb, paper: PaperNumber, chair: PersonId): StoredMetaRevision[] {
  return selectAll<RevisionRow>(
    db,
    `${SELECT} WHERE paper = ? AND chair = ? ORDER BY hash`,
    paper,
    chair,
  ).map(toStored);
}

/** Every revision of every meta-review in the store, by paper, chair and hash. */
export function listMetaRevisions(db: ReadDb): StoredMetaRevision[] {
  return selectAll<RevisionRow>(db, `${SELECT} ORDER BY paper, chair, hash`).map(toStored);
}

/** Adds a revision, or a longer history of one that is known (see `saveRevision`). Answers whether it is new. */
export function saveMetaRevision(db: WriteDb, stored: StoredMetaRevision): boolean {
  const isKnown = selectOne(db, 'SELECT 1 FROM meta_revisions WHERE hash = ?', stored.hash) !== undefined;
  change(
    db,
    `INSERT INTO meta_revisions VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET history = excluded.history
       WHERE json_array_length(excluded.history) > json_array_length(history)
         OR (json_array_length(excluded.history) = json_array_length(history) AND excluded.history < history)`,
    stored.hash,
    stored.revision.paper,
    stored.revision.chair,
    JSON.stringify(stored.revision),
    JSON.stringify(stored.history),
    stored.receivedAt,
  );
  return !isKnown;
}

function toDraft(row: DraftRow): MetaDraft {
  return {
    paper: row.paper,
    content: metaContentSchema.parse(JSON.parse(row.json)),
    changedAt: instantSchema.parse(row.changed_at),
  };
}

function toStored(row: RevisionRow): StoredMetaRevision {
  return {
    hash: row.hash,
    history: JSON.parse(row.history) as Sha256[],
    revision: metaRevisionSchema.parse(JSON.parse(row.json)),
    receivedAt: instantSchema.parse(row.received_at),
  };
}
