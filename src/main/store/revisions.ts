import type { PaperNumber, ReviewId, Sha256 } from '@shared/model/ids';
import { revisionSchema, type Revision } from '@shared/model/review';
import { instantSchema, type Instant } from '@shared/model/time';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** A revision with the chain it ends: `history` holds all hashes, oldest first, its own last. */
export interface StoredRevision {
  readonly hash: Sha256;
  readonly history: readonly Sha256[];
  readonly revision: Revision;
  readonly receivedAt: Instant;
}

interface RevisionRow {
  readonly hash: Sha256;
  readonly json: string;
  readonly history: string;
  readonly received_at: string;
}

const SELECT = 'SELECT hash, json, history, received_at FROM revisions';

/** Every revision of a review that this store has in full, by hash. */
export function listRevisionsOf(db: ReadDb, review: ReviewId): StoredRevision[] {
  return selectAll<RevisionRow>(db, `${SELECT} WHERE review = ? ORDER BY hash`, review).map(toStored);
}

/** Whether a revision is here in full. */
export function hasRevision(db: ReadDb, hash: Sha256): boolean {
  return selectOne(db, 'SELECT 1 FROM revisions WHERE hash = ?', hash) !== undefined;
}

/**
 * The newest revision of a review that left this machine in a bundle whose file was put in place, or another machine of
 * mine in a bundle that came here; undefined before the first.
 */
export function newestSentRevision(db: ReadDb, review: ReviewId): StoredRevision | undefined {
  const row = selectOne<RevisionRow>(
    db,
    `${SELECT} WHERE review = ? AND (EXISTS (
         SELECT 1 FROM bundle_out_revisions AS r JOIN bundles_out AS b ON b.id = r.bundle
          WHERE r.revision = hash AND b.written_at IS NOT NULL)
       OR EXISTS (SELECT 1 FROM received_revisions AS c WHERE c.revision = hash))
     ORDER BY json_array_length(history) DESC, hash LIMIT 1`,
    review,
  );
  return row === undefined ? undefined : toStored(row);
}

/** Every revision of every review of a paper, by hash. */
export function listRevisionsOfPaper(db: ReadDb, paper: PaperNumber): StoredRevision[] {
  return selectAll<RevisionRow>(db, `${SELECT} WHERE paper = ? ORDER BY hash`, paper).map(toStored);
}

/** Every revision in the store, by paper, review and hash. */
export function listRevisions(db: ReadDb): StoredRevision[] {
  return selectAll<RevisionRow>(db, `${SELECT} ORDER BY paper, review, hash`).map(toStored);
}

/**
 * Adds a revision. One that is known stays as it is, but for a longer history, which says more of the same chain (of
 * equally long ones the first in order, so that the order of imports does not matter).
 * Answers whether it is new.
 */
export function saveRevision(db: WriteDb, stored: StoredRevision): boolean {
  const known = selectOne<{ length: number }>(
    db,
    'SELECT json_array_length(history) AS length FROM revisions WHERE hash = ?',
    stored.hash,
  );
  const { revision } = stored;
  change(
    db,
    `INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET history = excluded.history
       WHERE json_array_length(excluded.history) > json_array_length(history)
         OR (json_array_length(excluded.history) = json_array_length(history) AND excluded.history < history)`,
    stored.hash,
    revision.review,
    revision.paper,
    revision.reviewer,
    JSON.stringify(revision),
    JSON.stringify(stored.history),
    stored.receivedAt,
  );
  return known === undefined;
}

/** Revisions of my review that another computer of mine made and that I have not compared with my draft, by hash. */
export function listUnseen(db: ReadDb, review: ReviewId): Sha256[] {
  return selectAll<{ revision: Sha256 }>(
    db,
    'SELECT revision FROM unseen_revisions WHERE review = ? ORDER BY revision',
    review,
  ).map((row) => row.revision);
}

/** Reviews of mine that another computer changed and that wait to be compared. */
export function listReviewsWithUnseen(db: ReadDb): ReviewId[] {
  return selectAll<{ review: ReviewId }>(db, 'SELECT DISTINCT review FROM unseen_revisions').map(
    (row) => row.review,
  );
}

/** Notes that a revision waits to be compared with my draft. */
export function saveUnseen(db: WriteDb, review: ReviewId, revision: Sha256): void {
  change(db, 'INSERT INTO unseen_revisions VALUES (?, ?) ON CONFLICT DO NOTHING', review, revision);
}

/** Notes that I have compared a revision with my draft. */
export function removeUnseen(db: WriteDb, review: ReviewId, revision: Sha256): void {
  change(db, 'DELETE FROM unseen_revisions WHERE review = ? AND revision = ?', review, revision);
}

function toStored(row: RevisionRow): StoredRevision {
  return {
    hash: row.hash,
    history: JSON.parse(row.history) as Sha256[],
    revision: revisionSchema.parse(JSON.parse(row.json)),
    receivedAt: instantSchema.parse(row.received_at),
  };
}
