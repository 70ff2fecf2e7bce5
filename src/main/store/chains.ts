import type { Sha256 } from '@shared/model/ids';
import { instantSchema, type Instant } from '@shared/model/time';
import type { z } from 'zod';
import { change, type WriteDb } from './database';

/** A revision with the chain it ends: `history` holds all hashes, oldest first, its own last. */
export interface Chained<Revision> {
  readonly hash: Sha256;
  readonly history: readonly Sha256[];
  readonly revision: Revision;
  readonly receivedAt: Instant;
}

/** The tables of revisions: each has a key of its own, then these columns. */
type ChainTable = 'revisions' | 'meta_revisions' | 'decision_revisions' | 'proposals';

/** What `selectChain` gives of a row. */
export interface ChainRow {
  readonly hash: Sha256;
  readonly json: string;
  readonly history: string;
  readonly received_at: string;
}

/** The beginning of every query for revisions in full. */
export function selectChain(table: ChainTable): string {
  return `SELECT hash, json, history, received_at FROM ${table}`;
}

/** Reads a row back into what was saved. */
export function toChained<Revision>(schema: z.ZodType<Revision>): (row: ChainRow) => Chained<Revision> {
  return (row) => ({
    hash: row.hash,
    history: JSON.parse(row.history) as Sha256[],
    revision: schema.parse(JSON.parse(row.json)),
    receivedAt: instantSchema.parse(row.received_at),
  });
}

/**
 * Adds a revision, its `keys` in the order of the table's columns between the hash and the JSON. One that is known stays
 * as it is, but for a longer history, which says more of the same chain (of equally long ones the first in order, so that
 * the order of imports does not matter).
 * Answers whether it is new.
 */
export function saveChained(
  db: WriteDb,
  table: ChainTable,
  { hash, history, revision, receivedAt }: Chained<unknown>,
  keys: readonly (string | number)[],
): boolean {
  const chain = JSON.stringify(history);
  const isNew = change(
    db,
    `INSERT INTO ${table} VALUES (?, ${keys.map(() => '?, ').join('')}?, ?, ?) ON CONFLICT DO NOTHING`,
    hash,
    ...keys,
    JSON.stringify(revision),
    chain,
    receivedAt,
  );
  if (isNew > 0) return true;
  change(
    db,
    `UPDATE ${table} SET history = ? WHERE hash = ?
       AND (json_array_length(?) > json_array_length(history)
         OR (json_array_length(?) = json_array_length(history) AND ? < history))`,
    chain,
    hash,
    chain,
    chain,
    chain,
  );
  return false;
}
