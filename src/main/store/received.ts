import type { BundleId, Sha256 } from '@shared/model/ids';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** A bundle exactly as it came, decrypted; undefined when it is not kept. */
export function getReceived(db: ReadDb, bundle: BundleId): Buffer | undefined {
  return selectOne<{ bytes: Buffer }>(db, 'SELECT bytes FROM received WHERE bundle = ?', bundle)?.bytes;
}

/** The bundles that are kept as they came, imported or held, by id. */
export function listReceived(db: ReadDb): { readonly id: BundleId; readonly fileName: string }[] {
  return selectAll(
    db,
    `SELECT b.id, b.file_name AS fileName FROM received AS r JOIN bundles_in AS b ON b.id = r.bundle ORDER BY b.id`,
  );
}

/** Keeps a bundle as it came. It must be on record (`saveBundleIn`). */
export function saveReceived(db: WriteDb, bundle: BundleId, bytes: Uint8Array): void {
  change(db, 'INSERT INTO received VALUES (?, ?) ON CONFLICT DO NOTHING', bundle, bytes);
}

/** Forgets the bytes of a bundle whose signer a person refused; the record of it stays. */
export function removeReceived(db: WriteDb, bundle: BundleId): void {
  change(db, 'DELETE FROM received WHERE bundle = ?', bundle);
}

/** Records that a received bundle carries a revision, or a reviewer's word on being asked, in full. */
export function saveReceivedRevision(db: WriteDb, revision: Sha256, bundle: BundleId): void {
  change(db, 'INSERT INTO received_revisions VALUES (?, ?) ON CONFLICT DO NOTHING', revision, bundle);
}

/** The bundles that carry a revision or such a word in full and are kept as they came, by id. */
export function listCarriers(db: ReadDb, revision: Sha256): BundleId[] {
  return selectAll<{ bundle: BundleId }>(
    db,
    `SELECT c.bundle FROM received_revisions AS c JOIN received AS r ON r.bundle = c.bundle
       WHERE c.revision = ? ORDER BY c.bundle`,
    revision,
  ).map((row) => row.bundle);
}
