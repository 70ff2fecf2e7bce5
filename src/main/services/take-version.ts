import { AppError } from '@shared/contract/errors';
import type { Draft } from '@shared/contract/library';
import type { Sha256 } from '@shared/model/ids';
import { findShortcomings } from '@shared/rules/review-completeness';
import { transact } from '../store/database';
import { getDraft, replaceDraft } from '../store/drafts';
import { listUnseen, removeUnseen } from '../store/revisions';
import { nowInstant, type ServiceDeps } from './deps';
import { listOtherVersions, toDraft } from './my-review';
import { openMine, type PaperInput } from './save-draft';

/**
 * Decides between my draft and a version of my review from another computer of mine. Either way it counts as compared, so
 * that the next export continues both. What is replaced in the draft stays in the revisions that were exported.
 *
 * Refused: REVIEW_NOT_FOUND, PAPER_NOT_FOUND.
 */
export function takeVersion(
  deps: ServiceDeps,
  input: PaperInput & { readonly version: Sha256; readonly take: 'mine' | 'theirs' },
): Draft {
  const { db, venue, key } = openMine(deps, input);
  return transact(db, () => {
    const other = listOtherVersions(db, key.review).find(({ hash }) => hash === input.version);
    if (other === undefined) {
      throw new AppError(
        'REVIEW_NOT_FOUND',
        `This version of the review of paper ${input.paper} does not wait any more. Look at it again.`,
      );
    }
    if (input.take === 'theirs') {
      const { answers, state, helpedBy = [] } = other.revision;
      const isReady = state === 'ready' && findShortcomings(venue.form, answers).length === 0;
      replaceDraft(db, key, { answers, isReady, helpedBy }, nowInstant(deps.clock));
    }
    for (const hash of listUnseen(db, key.review)) {
      if (other.history.includes(hash)) removeUnseen(db, key.review, hash);
    }
    return toDraft(db, venue, key.review, getDraft(db, key.review));
  });
}
