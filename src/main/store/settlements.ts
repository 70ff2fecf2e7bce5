import type { ReviewId, Sha256 } from '@shared/model/ids';
import { settlementSchema, type Settlement } from '@shared/model/settlement';
import type { NamedSettlement } from '@shared/rules/merge';
import { change, selectAll, type ReadDb, type WriteDb } from './database';

interface SettlementRow {
  readonly hash: Sha256;
  readonly json: string;
}

/** Every word on the versions of one review, by hash. */
export function listSettlementsOf(db: ReadDb, review: ReviewId): NamedSettlement[] {
  return selectAll<SettlementRow>(
    db,
    'SELECT hash, json FROM settlements WHERE review = ? ORDER BY hash',
    review,
  ).map(toNamed);
}

/** Every word on the versions of any review, by hash. */
export function listSettlements(db: ReadDb): NamedSettlement[] {
  return selectAll<SettlementRow>(db, 'SELECT hash, json FROM settlements ORDER BY hash').map(toNamed);
}

/** Adds a settlement; answers whether it is new. */
export function saveSettlement(db: WriteDb, hash: Sha256, settlement: Settlement): boolean {
  const added = change(
    db,
    'INSERT INTO settlements VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    hash,
    settlement.review,
    JSON.stringify(settlement),
  );
  return added > 0;
}

function toNamed(row: SettlementRow): NamedSettlement {
  return { hash: row.hash, settlement: settlementSchema.parse(JSON.parse(row.json)) };
}
