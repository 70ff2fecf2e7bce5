import { AppError } from '@shared/contract/errors';
import type { ReviewId, Sha256 } from '@shared/model/ids';
import { settlementSchema } from '@shared/model/settlement';
import { standingSettlements } from '@shared/rules/merge';
import { transact } from '../store/database';
import { listRevisionsOf } from '../store/revisions';
import { listSettlementsOf, saveSettlement } from '../store/settlements';
import { requireConsolidator } from './consolidator';
import { nowInstant, type ServiceDeps } from './deps';
import { hashOf, standingRevisions } from './histories';
import type { PaperInput } from './save-draft';

/**
 * Says which version of a review stands where its versions part. Nothing is removed; the word travels in my
 * consolidations, and a later word of anybody who has heard it replaces it.
 *
 * Refused: NOT_AN_ORGANIZER, REVIEW_NOT_FOUND.
 */
export function settleReview(
  deps: ServiceDeps,
  input: PaperInput & { readonly review: ReviewId; readonly keep: Sha256 },
): null {
  const { db } = deps.stores.open(input.venue);
  const me = requireConsolidator(db);
  return transact(db, () => {
    const heads = standingRevisions(listRevisionsOf(db, input.review));
    const over = heads.map(({ hash }) => hash).filter((hash) => hash !== input.keep);
    const isHere = heads.some(({ hash, revision }) => hash === input.keep && revision.paper === input.paper);
    if (!isHere || over.length === 0) {
      throw new AppError(
        'REVIEW_NOT_FOUND',
        `The review of paper ${input.paper} has no such version any more, or nothing to settle. Look at it again.`,
      );
    }
    const settlement = settlementSchema.parse({
      review: input.review,
      keep: input.keep,
      over: over.toSorted(),
      by: me.id,
      settledAt: nowInstant(deps.clock),
      replaces: standingSettlements(listSettlementsOf(db, input.review))
        .map(({ hash }) => hash)
        .toSorted(),
    });
    saveSettlement(db, hashOf(settlement), settlement);
    return null;
  });
}
