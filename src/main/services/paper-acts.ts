import { AppError } from '@shared/contract/errors';
import type { MyResponse } from '@shared/contract/library';
import type { PaperResponse, Refusal, ResponseStatement } from '@shared/model/response';
import { transact, type WriteDb } from '../store/database';
import { getResponse, removeResponse, saveResponse, type StoredResponse } from '../store/responses';
import { nowInstant, type ServiceDeps } from './deps';
import { hashOf } from './histories';
import { openMine, type PaperInput } from './save-draft';

/**
 * Says that I will not review a paper: I decline it or have a conflict of interest. What I wrote of it stays here and does
 * not go out. Refused: PAPER_NOT_FOUND when it is not one of mine.
 */
export function refusePaper(
  deps: ServiceDeps,
  input: PaperInput & { readonly statement: Refusal },
): MyResponse {
  const { db, key } = openMine(deps, input);
  return transact(db, () => state(deps, db, key, input.statement));
}

/**
 * Takes back that I will not review a paper. What never left this computer is forgotten; of what was exported, the next
 * export tells that I am willing after all. Refused: PAPER_NOT_FOUND, NOTHING_TO_TAKE_BACK.
 */
export function takePaperBack(deps: ServiceDeps, input: PaperInput): MyResponse | null {
  const { db, key } = openMine(deps, input);
  return transact(db, () => {
    const stored = getResponse(db, input.paper);
    if (stored === undefined || stored.response.statement.kind === 'willing') {
      throw new AppError(
        'NOTHING_TO_TAKE_BACK',
        `You have not declined paper ${input.paper}, nor declared a conflict with it. Nothing was changed.`,
      );
    }
    if (stored.sentVersion === null) {
      removeResponse(db, input.paper);
      return null;
    }
    return state(deps, db, key, { kind: 'willing' });
  });
}

/** My word on a paper, for people. */
export function toMyResponse({ response, sentVersion }: StoredResponse): MyResponse {
  return {
    statement: response.statement,
    statedAt: response.statedAt,
    isSent: sentVersion === response.version,
  };
}

function state(
  deps: ServiceDeps,
  db: WriteDb,
  { paper, reviewer }: Pick<PaperResponse, 'paper' | 'reviewer'>,
  statement: ResponseStatement,
): MyResponse {
  const before = getResponse(db, paper);
  // While its version has not left, the word is still being found: its number does not grow.
  const sent = before?.sentVersion ?? 0;
  const version = before === undefined ? 1 : Math.max(sent + 1, before.response.version);
  const response: PaperResponse = { paper, reviewer, version, statedAt: nowInstant(deps.clock), statement };
  saveResponse(db, response, hashOf(response));
  return { statement, statedAt: response.statedAt, isSent: false };
}
