import type { PaperNumber } from '@shared/model/ids';
import type { PaperResponse, Refusal } from '@shared/model/response';
import type { ReadDb, WriteDb } from '../store/database';
import { getResponse, listResponses, saveSentResponse, type StoredResponse } from '../store/responses';

/** Why I will not review a paper, as I last said; null while I am willing. */
export function refusalOn(db: ReadDb, paper: PaperNumber): Refusal | null {
  const statement = getResponse(db, paper)?.response.statement;
  return statement === undefined || statement.kind === 'willing' ? null : statement;
}

/** Whether a word says that its author will not review the paper. */
export function isRefusal({ statement }: PaperResponse): boolean {
  return statement.kind !== 'willing';
}

/**
 * All that I said of being asked to review papers: it goes out with every export, whatever reviews that holds, so that
 * nobody has to think of it. Notes that it was sent, before it is: what may have left must not be forgotten. To be called in a
 * transaction.
 */
export function carryResponses(db: WriteDb): readonly StoredResponse[] {
  const words = listResponses(db);
  for (const { response } of words) saveSentResponse(db, response.paper, response.version);
  return words;
}

/** Takes back that words were sent, when the file that carried them was not written. To be called in a transaction. */
export function takeBackSent(db: WriteDb, words: readonly StoredResponse[]): void {
  for (const { response, sentVersion } of words) saveSentResponse(db, response.paper, sentVersion);
}
