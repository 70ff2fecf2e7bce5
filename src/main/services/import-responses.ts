import type { ReadDb, WriteDb } from '../store/database';
import { hasPaper } from '../store/papers';
import { saveReceivedResponse, type ReceivedResponse } from '../store/received-responses';
import { getResponse, saveResponse, saveSentResponse, type StoredResponse } from '../store/responses';

/** Takes in what a reviewer said of papers that are here. Answers those that were new or newer. */
export function mergeResponses(
  db: WriteDb,
  received: readonly ReceivedResponse[],
): readonly ReceivedResponse[] {
  return received.filter((one) => hasPaper(db, one.response.paper) && saveReceivedResponse(db, one));
}

/** Takes in what I said on another computer of mine; the later word stands. Answers those that changed something. */
export function mergeOwnResponses(
  db: WriteDb,
  received: readonly ReceivedResponse[],
): readonly ReceivedResponse[] {
  return received.filter((one) => hasPaper(db, one.response.paper) && mergeOwn(db, one));
}

/** Whether this word of mine, or one that stands over it, is here. */
export function hasOwnResponse(db: ReadDb, one: ReceivedResponse): boolean {
  const known = getResponse(db, one.response.paper);
  return known !== undefined && !standsOver(one, known);
}

function mergeOwn(db: WriteDb, one: ReceivedResponse): boolean {
  const { response, hash } = one;
  const known = getResponse(db, response.paper);
  if (known !== undefined && !standsOver(one, known)) return false;
  saveResponse(db, response, hash);
  saveSentResponse(db, response.paper, response.version);
  return true;
}

function standsOver({ response, hash }: ReceivedResponse, known: StoredResponse): boolean {
  const { version } = known.response;
  return response.version > version || (response.version === version && hash > known.hash);
}
