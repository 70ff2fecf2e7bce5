import type { PaperNumber, Sha256 } from '@shared/model/ids';
import { paperResponseSchema, type PaperResponse } from '@shared/model/response';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** Somebody's word on a paper, with the hash that settles which of two equally high versions stands. */
export interface ReceivedResponse {
  readonly response: PaperResponse;
  readonly hash: Sha256;
}

/** Every reviewer's word as it stands, by reviewer and paper. */
export function listReceivedResponses(db: ReadDb): PaperResponse[] {
  return selectAll<{ json: string }>(db, 'SELECT json FROM received_responses ORDER BY reviewer, paper').map(
    toResponse,
  );
}

/** Every reviewer's word on one paper as it stands, by reviewer. */
export function listReceivedResponsesOn(db: ReadDb, paper: PaperNumber): PaperResponse[] {
  return selectAll<{ json: string }>(
    db,
    'SELECT json FROM received_responses WHERE paper = ? ORDER BY reviewer',
    paper,
  ).map(toResponse);
}

/** Whether this version of a word, or one that stands over it, is here. */
export function hasReceivedResponse(db: ReadDb, { response, hash }: ReceivedResponse): boolean {
  return (
    selectOne(
      db,
      'SELECT 1 FROM received_responses WHERE reviewer = ? AND paper = ? AND (version, hash) >= (?, ?)',
      response.reviewer,
      response.paper,
      response.version,
      hash,
    ) !== undefined
  );
}

/** Takes in a word unless one that stands over it is here. Answers whether it was taken. */
export function saveReceivedResponse(db: WriteDb, { response, hash }: ReceivedResponse): boolean {
  const taken = change(
    db,
    `INSERT INTO received_responses VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
       version = excluded.version, hash = excluded.hash, json = excluded.json
     WHERE (excluded.version, excluded.hash) > (version, hash)`,
    response.reviewer,
    response.paper,
    response.version,
    hash,
    JSON.stringify(response),
  );
  return taken > 0;
}

function toResponse({ json }: { readonly json: string }): PaperResponse {
  return paperResponseSchema.parse(JSON.parse(json));
}
