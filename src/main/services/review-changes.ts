import type { ReviewChange } from '@shared/contract/paper-acts';
import type { VenueId } from '@shared/model/ids';
import { listAssignmentsOf } from '../store/assignments';
import { sentAtOf } from '../store/bundles-out';
import { listDrafts } from '../store/drafts';
import { getPaper } from '../store/papers';
import { newestSentRevision } from '../store/revisions';
import { hasUnsentAnnotations } from './carry-annotations';
import { refusalOn } from './carry-responses';
import type { ServiceDeps } from './deps';
import { isSameWork, requireSelf } from './my-review';

/**
 * What my reviews say now that differs from what was last exported of them, by paper: those that were never exported, or are
 * as they were, or are of papers that I refused, are left out.
 */
export function listReviewChanges(
  deps: ServiceDeps,
  input: { readonly venue: VenueId },
): readonly ReviewChange[] {
  const { db } = deps.stores.open(input.venue);
  const me = requireSelf(db);
  const mine = new Set(
    listAssignmentsOf(db, me.id).flatMap(({ role, paper }) => (role === 'reviewer' ? [paper] : [])),
  );
  return listDrafts(db).flatMap((draft): ReviewChange[] => {
    const { paper, review } = draft;
    const sent = newestSentRevision(db, review);
    if (sent === undefined || !mine.has(paper) || refusalOn(db, paper) !== null) return [];
    const haveNotesChanged = hasUnsentAnnotations(db, paper);
    if (isSameWork(sent.revision, draft) && !haveNotesChanged) return [];
    return [
      {
        paper,
        title: getPaper(db, paper)?.title ?? '',
        exportedAt: sentAtOf(db, sent.hash) ?? sent.receivedAt,
        before: { answers: sent.revision.answers, isReady: sent.revision.state === 'ready' },
        now: { answers: draft.answers, isReady: draft.isReady },
        haveNotesChanged,
      },
    ];
  });
}
