import type { PaperNumber, Sha256 } from '@shared/model/ids';
import { paperResponseSchema, type PaperResponse } from '@shared/model/response';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** My word on a paper as it is on disk. `hash` is of its canonical JSON. */
export interface StoredResponse {
  readonly response: PaperResponse;
  readonly hash: Sha256;
  /** The version that chairs were last sent; null while they were sent none. */
  readonly sentVersion: number | null;
}

interface ResponseRow {
  readonly json: string;
  readonly hash: Sha256;
  readonly sent_version: number | null;
}

const SELECT = 'SELECT json, hash, sent_version FROM responses';

/** All that I said of papers, by paper. */
export function listResponses(db: ReadDb): StoredResponse[] {
  return selectAll<ResponseRow>(db, `${SELECT} ORDER BY paper`).map(toStored);
}

/** What I said of a paper; undefined when I said nothing. */
export function getResponse(db: ReadDb, paper: PaperNumber): StoredResponse | undefined {
  const row = selectOne<ResponseRow>(db, `${SELECT} WHERE paper = ?`, paper);
  return row === undefined ? undefined : toStored(row);
}

/** Makes what is given my word on its paper. What chairs were sent stays noted. */
export function saveResponse(db: WriteDb, response: PaperResponse, hash: Sha256): void {
  change(
    db,
    `INSERT INTO responses VALUES (?, ?, ?, NULL, ?) ON CONFLICT DO UPDATE SET
       version = excluded.version, hash = excluded.hash, json = excluded.json`,
    response.paper,
    response.version,
    hash,
    JSON.stringify(response),
  );
}

/** Forgets my word on a paper. Only for one that never left this computer. */
export function removeResponse(db: WriteDb, paper: PaperNumber): void {
  change(db, 'DELETE FROM responses WHERE paper = ?', paper);
}

/** Notes in which version chairs were sent my word on a paper; null for in none. */
export function saveSentResponse(db: WriteDb, paper: PaperNumber, version: number | null): void {
  change(db, 'UPDATE responses SET sent_version = ? WHERE paper = ?', version, paper);
}

function toStored(row: ResponseRow): StoredResponse {
  return {
    response: paperResponseSchema.parse(JSON.parse(row.json)),
    hash: row.hash,
    sentVersion: row.sent_version,
  };
}
