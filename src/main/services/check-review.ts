import { AppError } from '@shared/contract/errors';
import type { CheckedFinding } from '@shared/contract/review-checks';
import { checkReview } from '@shared/rules/review-checks/check-review';
import { findingKey } from '@shared/rules/review-checks/finding-key';
import { transact } from '../store/database';
import { listDismissed, removeDismissed, saveDismissed } from '../store/dismissed-findings';
import { getDraft } from '../store/drafts';
import { getPaper } from '../store/papers';
import { nowInstant, type ServiceDeps } from './deps';
import { readLibrary } from './library';
import { openMine, type PaperInput } from './save-draft';

/** Everything to look at in my review of a paper, as it is on disk. Refused: PAPER_NOT_FOUND. */
export function checkMyReview(
  deps: ServiceDeps,
  input: PaperInput & { readonly hasToneHints: boolean },
): readonly CheckedFinding[] {
  const { db, venue, key } = openMine(deps, input);
  const paper = getPaper(db, input.paper);
  if (paper === undefined)
    throw new AppError('PAPER_NOT_FOUND', `There is no paper ${input.paper} in this venue.`);
  const { me, papers } = readLibrary(deps, input);
  const answers = getDraft(db, key.review)?.answers ?? {};
  const dismissed = new Set(listDismissed(db, input.paper));
  return checkReview({ venue, paper, answers, me, papers, hasToneHints: input.hasToneHints }).map(
    (finding) => {
      const findingId = findingKey(finding);
      return { finding, key: findingId, isDismissed: dismissed.has(findingId) };
    },
  );
}

/** The keys of what I have put aside in my review of a paper. Refused: PAPER_NOT_FOUND. */
export function listDismissedFindings(deps: ServiceDeps, input: PaperInput): readonly string[] {
  return listDismissed(openMine(deps, input).db, input.paper);
}

/** Puts a finding aside, for as long as the text that it is about stays as it is. Refused: PAPER_NOT_FOUND. */
export function dismissFinding(deps: ServiceDeps, input: PaperInput & { readonly finding: string }): null {
  const { db } = openMine(deps, input);
  transact(db, () => saveDismissed(db, input.paper, input.finding, nowInstant(deps.clock)));
  return null;
}

/** Shows everything again that was put aside in my review of a paper. Refused: PAPER_NOT_FOUND. */
export function undismissFindings(deps: ServiceDeps, input: PaperInput): null {
  const { db } = openMine(deps, input);
  transact(db, () => removeDismissed(db, input.paper));
  return null;
}
