import type { PaperNumber, PersonId, ReviewId, Sha256 } from '@shared/model/ids';
import { revisionSchema, type Revision } from '@shared/model/review';
import { saveChained, selectChain, toChained, type Chained, type ChainRow } from './chains';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** A revision of a review with the chain it ends. */
export type StoredRevision = Chained<Revision>;

const SELECT = selectChain('revisions');
const toStored = toChained(revisionSchema);

/** Every revision of a review that this store has in full, by hash. */
export function listRevisionsOf(db: ReadDb, review: ReviewId): StoredRevision[] {
  return selectAll<ChainRow>(db, `${SELECT} WHERE review = ? ORDER BY hash`, review).map(toStored);
}

/** Whether a revision is here in full. */
export function hasRevision(db: ReadDb, hash: Sha256): boolean {
  return selectOne(db, 'SELECT 1 FROM revisions WHERE hash = ?', hash) !== undefined;
}

/** Whether a revision is here in full, and is a reviewer's on a paper. */
export function hasRevisionOn(db: ReadDb, hash: Sha256, paper: PaperNumber, reviewer: PersonId): boolean {
  return (
    selectOne(
      db,
      'SELECT 1 FROM revisions WHERE hash = ? AND paper = ? AND reviewer = ?',
      hash,
      paper,
      reviewer,
    ) !== undefined
  );
}

/**
 * The newest revision of a review that left this machine in a bundle whose file was put in place, or another machine of
 * mine in a bundle that came here; undefined before the first.
 */
export function newestSentRevision(db: ReadDb, review: ReviewId): StoredRevision | undefined {
  const row = selectOne<ChainRow>(
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
  return selectAll<ChainRow>(db, `${SELECT} WHERE paper = ? ORDER BY hash`, paper).map(toStored);
}

/** Every revision in the store, by paper, review and hash. */
export function listRevisions(db: ReadDb): StoredRevision[] {
  return selectAll<ChainRow>(db, `${SELECT} ORDER BY paper, review, hash`).map(toStored);
}

/** Adds a revision, or a longer history of one that is known (see `saveChained`). Answers whether it is new. */
export function saveRevision(db: WriteDb, stored: StoredRevision): boolean {
  const { review, paper, reviewer } = stored.revision;
  return saveChained(db, 'revisions', stored, [review, paper, reviewer]);
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
