import type { ReviewId } from '@shared/model/ids';
import { instantSchema, type Instant } from '@shared/model/time';
import { change, selectAll, type ReadDb, type WriteDb } from './database';

/** When a review was marked ready (or that was taken back), oldest first. */
export function listReadinessMoments(
  db: ReadDb,
  review: ReviewId,
): readonly { readonly at: Instant; readonly isReady: boolean }[] {
  return selectAll<{ at: string; is_ready: number }>(
    db,
    'SELECT at, is_ready FROM readiness_moments WHERE review = ? ORDER BY id',
    review,
  ).map((row) => ({ at: instantSchema.parse(row.at), isReady: row.is_ready === 1 }));
}

/** Notes that a review was marked ready, or that this was taken back. */
export function noteReadiness(db: WriteDb, review: ReviewId, isReady: boolean, at: Instant): void {
  change(
    db,
    'INSERT INTO readiness_moments (review, at, is_ready) VALUES (?, ?, ?)',
    review,
    at,
    Number(isReady),
  );
}

/** When revisions of a review left this machine in a bundle whose file was put in place, oldest first. */
export function listExportMoments(db: ReadDb, review: ReviewId): readonly Instant[] {
  return selectAll<{ written_at: string }>(
    db,
    `SELECT DISTINCT b.written_at FROM revisions AS r
       JOIN bundle_out_revisions AS o ON o.revision = r.hash
       JOIN bundles_out AS b ON b.id = o.bundle
      WHERE r.review = ? AND b.written_at IS NOT NULL ORDER BY b.written_at`,
    review,
  ).map((row) => instantSchema.parse(row.written_at));
}
