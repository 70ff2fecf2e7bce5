import type { BundleHeader, BundleKind } from '@shared/model/bundle';
import type { BundleId, Fingerprint, PersonId } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** What became of a bundle that came in. */
export type BundleState = 'imported' | 'held' | 'refused';

/** A bundle on record. */
export interface ReceivedBundle {
  readonly id: BundleId;
  readonly kind: BundleKind;
  readonly author: PersonId;
  readonly fingerprint: Fingerprint;
  readonly fileName: string;
  readonly receivedAt: Instant;
}

/** What became of a bundle, or undefined when it never came. */
export function getBundleState(db: ReadDb, id: BundleId): BundleState | undefined {
  return selectOne<{ state: BundleState }>(db, 'SELECT state FROM bundles_in WHERE id = ?', id)?.state;
}

/** Bundles of one author and kind that were imported: their places in the author's sequence, and ids, oldest first. */
export function listImportedBy(
  db: ReadDb,
  author: PersonId,
  kind: BundleKind,
): { readonly sequence: number; readonly id: BundleId }[] {
  return selectAll(
    db,
    `SELECT sequence, id FROM bundles_in WHERE author = ? AND kind = ? AND state = 'imported' ORDER BY sequence, id`,
    author,
    kind,
  );
}

/** Bundles that wait for a person's word on their signer, oldest first. */
export function listHeldBundles(db: ReadDb): ReceivedBundle[] {
  return selectAll<ReceivedBundle>(
    db,
    `SELECT id, kind, author, fingerprint, file_name AS fileName, received_at AS receivedAt
       FROM bundles_in WHERE state = 'held' ORDER BY received_at, id`,
  );
}

/** Records a bundle, or moves it to another state. */
export function saveBundleIn(
  db: WriteDb,
  header: BundleHeader,
  state: BundleState,
  fileName: string,
  receivedAt: Instant,
): void {
  change(
    db,
    `INSERT INTO bundles_in VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state`,
    header.id,
    header.kind,
    header.author.person,
    header.author.fingerprint,
    header.sequence,
    header.created,
    state,
    fileName,
    receivedAt,
  );
}

/** Moves a bundle on record to another state. */
export function saveBundleState(db: WriteDb, id: BundleId, state: BundleState): void {
  change(db, 'UPDATE bundles_in SET state = ? WHERE id = ?', state, id);
}
