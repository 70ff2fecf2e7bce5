import type { BundleKind } from '@shared/model/bundle';
import type { BundleId, PersonId, Sha256 } from '@shared/model/ids';
import { instantSchema, type Instant } from '@shared/model/time';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** Whom a bundle is for: one person, or every chair and organizer. */
export type Recipient = PersonId | 'chairs';

/** A bundle this store made. */
export interface SentBundle {
  readonly id: BundleId;
  readonly sequence: number;
  readonly created: Instant;
  /** When the file was safely in place; null while that has not happened. */
  readonly writtenAt: Instant | null;
}

interface SentRow {
  readonly id: BundleId;
  readonly sequence: number;
  readonly created: string;
  readonly written_at: string | null;
}

/** Bundles made for a recipient, oldest first. */
export function listBundlesOut(db: ReadDb, kind: BundleKind, recipient: Recipient): SentBundle[] {
  return selectAll<SentRow>(
    db,
    'SELECT id, sequence, created, written_at FROM bundles_out WHERE kind = ? AND recipient = ? ORDER BY sequence',
    kind,
    recipient,
  ).map(toSent);
}

/** The newest bundle whose file is in place and that carries a revision; null when none was made here. */
export function bundleWith(db: ReadDb, revision: Sha256): BundleId | null {
  const row = selectOne<{ id: BundleId }>(
    db,
    `SELECT b.id FROM bundle_out_revisions AS r JOIN bundles_out AS b ON b.id = r.bundle
       WHERE r.revision = ? AND b.written_at IS NOT NULL ORDER BY b.sequence DESC LIMIT 1`,
    revision,
  );
  return row?.id ?? null;
}

/** When the newest bundle that carries a revision was in place; null when none was made here. */
export function sentAtOf(db: ReadDb, revision: Sha256): Instant | null {
  const row = selectOne<{ at: string | null }>(
    db,
    `SELECT max(b.written_at) AS at FROM bundle_out_revisions AS r JOIN bundles_out AS b ON b.id = r.bundle
       WHERE r.revision = ?`,
    revision,
  );
  return row?.at == null ? null : instantSchema.parse(row.at);
}

/** Whether this store has ever made a bundle. */
export function hasBundlesOut(db: ReadDb): boolean {
  return selectOne(db, 'SELECT 1 FROM bundles_out LIMIT 1') !== undefined;
}

/** Whether this store made a bundle: its id follows from its content and its signer, so no other can have it. */
export function hasSentBundle(db: ReadDb, id: BundleId): boolean {
  return selectOne(db, 'SELECT 1 FROM bundles_out WHERE id = ?', id) !== undefined;
}

/** The bundle made earlier of this very content, or undefined. */
export function findBundleOut(
  db: ReadDb,
  kind: BundleKind,
  recipient: Recipient,
  contentSha256: Sha256,
): SentBundle | undefined {
  const row = selectOne<SentRow>(
    db,
    `SELECT id, sequence, created, written_at FROM bundles_out
       WHERE kind = ? AND recipient = ? AND content_sha256 = ? ORDER BY sequence DESC LIMIT 1`,
    kind,
    recipient,
    contentSha256,
  );
  return row === undefined ? undefined : toSent(row);
}

/** Records a bundle before its file is written. */
export function saveBundleOut(
  db: WriteDb,
  kind: BundleKind,
  recipient: Recipient,
  contentSha256: Sha256,
  sent: SentBundle,
  revisions: readonly Sha256[],
): void {
  change(
    db,
    'INSERT INTO bundles_out VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    sent.id,
    kind,
    recipient,
    sent.sequence,
    contentSha256,
    sent.created,
    sent.writtenAt,
  );
  for (const revision of revisions) {
    change(db, 'INSERT INTO bundle_out_revisions VALUES (?, ?) ON CONFLICT DO NOTHING', sent.id, revision);
  }
}

/** Records that a bundle's file is safely in place. */
export function saveWritten(db: WriteDb, id: BundleId, writtenAt: Instant): void {
  change(db, 'UPDATE bundles_out SET written_at = ? WHERE id = ?', writtenAt, id);
}

function toSent(row: SentRow): SentBundle {
  return {
    id: row.id,
    sequence: row.sequence,
    created: instantSchema.parse(row.created),
    writtenAt: row.written_at === null ? null : instantSchema.parse(row.written_at),
  };
}
