import type { ImportOutcome } from '@shared/contract/bundle';
import type { Sha256 } from '@shared/model/ids';
import type { CarriedReview } from '@shared/model/review';
import type { Instant } from '@shared/model/time';
import type { WriteDb } from '../store/database';
import { getDraft, replaceDraft } from '../store/drafts';
import { hasRevision, listRevisionsOf, saveRevision, saveUnseen } from '../store/revisions';
import { standingRevisions } from './histories';
import { isSameWork, listBases } from './my-review';

/**
 * Takes in a review of mine that another computer of mine exported. Where nothing was written here since, the draft
 * becomes what came; else both are kept, and the paper says that there is another version to compare.
 */
export function mergeOwnReview(db: WriteDb, carried: CarriedReview, now: Instant): ImportOutcome {
  const { latest, history } = carried;
  const { review } = latest;
  const hash = history.at(-1) as Sha256;
  if (hasRevision(db, hash)) return 'already';
  const [base, ...parted] = listBases(db, review);
  const draft = getDraft(db, review);
  saveRevision(db, { hash, history, revision: latest, receivedAt: now });
  const [head, ...others] = standingRevisions(listRevisionsOf(db, review));
  if (head?.hash !== hash && others.every((other) => other.hash !== hash)) return 'older';
  const isUntouched =
    draft === undefined || (base !== undefined && parted.length === 0 && isSameWork(base.revision, draft));
  if (others.length > 0 || !isUntouched) {
    saveUnseen(db, review, hash);
    return 'conflict';
  }
  const key = { review, paper: latest.paper, reviewer: latest.reviewer };
  const { answers, helpedBy = [] } = latest;
  replaceDraft(db, key, { answers, isReady: latest.state === 'ready', helpedBy }, now);
  return draft === undefined ? 'added' : 'updated';
}
