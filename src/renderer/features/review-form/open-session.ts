import { request } from '@renderer/bridge/client';
import type { PaperView } from '@shared/contract/library';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import type { Venue } from '@shared/model/venue';
import { useFailedSaves, watchFailures } from './failed-saves';
import { createReviewSession, type ReviewRequests, type ReviewSession } from './review-session';

/** How many sessions with nothing unsaved are kept, so that going back to a paper keeps its undo. */
const KEPT = 12;

/** Sessions by venue, paper and form version; the one used last is last. */
const sessions = new Map<string, ReviewSession>();

/**
 * The session of a review: the one that is open already, or a new one on the draft of `view`. A session with unsaved
 * changes is never dropped, whatever leaves the screen.
 */
export function openSession(venue: Venue, view: PaperView): ReviewSession {
  const key = `${venue.id} ${view.paper.number} ${venue.form.version}`;
  const session = sessions.get(key) ?? startSession(venue, view);
  sessions.delete(key);
  sessions.set(key, session);
  const spare = [...sessions].filter(([other, { hasUnsaved }]) => other !== key && !hasUnsaved());
  for (const [other] of spare.slice(0, Math.max(0, spare.length - KEPT))) sessions.delete(other);
  return session;
}

/** Drops every session, saved or not. For tests. */
export function forgetSessions(): void {
  sessions.clear();
  useFailedSaves.setState({ failures: [], onScreen: [] });
}

/** Whether a change of any review is not on disk yet. */
function hasUnsavedReviews(): boolean {
  return [...sessions.values()].some((session) => session.hasUnsaved());
}

// The window may not go while a change is on its way: main waits a moment, then asks.
window.addEventListener('beforeunload', (event) => {
  if (hasUnsavedReviews()) event.preventDefault();
});

function startSession(venue: Venue, { paper, draft }: PaperView): ReviewSession {
  const session = createReviewSession(venue.form, draft, requestsFor(venue.id, paper.number));
  watchFailures(venue.id, paper.number, session);
  return session;
}

function requestsFor(venue: VenueId, paper: PaperNumber): ReviewRequests {
  return {
    read: async () => (await request('paper.get', { venue, paper })).draft,
    answer: (field, answer) => request('review.answer', { venue, paper, field, answer }),
    markReady: () => request('review.markReady', { venue, paper }),
    takeBack: () => request('review.takeBack', { venue, paper }),
  };
}
