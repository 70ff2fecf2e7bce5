import { request } from '@renderer/bridge/client';
import type { PaperView } from '@shared/contract/library';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import type { Venue } from '@shared/model/venue';
import { useFailedSaves, watchFailures } from '../common/saving/failed-saves';
import { SessionShelf } from '../common/saving/session-shelf';
import { createReviewSession, type ReviewRequests, type ReviewSession } from './review-session';

/** Sessions by venue, paper and form version. */
const sessions = new SessionShelf<ReviewSession>();

/**
 * The session of a review: the one that is open already, or a new one on the draft of `view`. A session with unsaved
 * changes is never dropped, whatever leaves the screen.
 */
export function openSession(venue: Venue, view: PaperView): ReviewSession {
  const key = `${venue.id} ${view.paper.number} ${venue.form.version}`;
  return sessions.take(key, () => startSession(venue, view));
}

/** Drops every session, saved or not. For tests. */
export function forgetSessions(): void {
  sessions.clear();
  useFailedSaves.setState({ failures: [], onScreen: [] });
}

function startSession(venue: Venue, { paper, draft }: PaperView): ReviewSession {
  const session = createReviewSession(venue.form, draft, requestsFor(venue.id, paper.number));
  watchFailures('review', venue.id, paper.number, session);
  return session;
}

function requestsFor(venue: VenueId, paper: PaperNumber): ReviewRequests {
  return {
    read: async () => (await request('paper.get', { venue, paper })).draft,
    answer: (field, answer) => request('review.answer', { venue, paper, field, answer }),
    markReady: () => request('review.markReady', { venue, paper }),
    takeBack: () => request('review.takeBack', { venue, paper }),
    takeVersion: (version, take) => request('review.takeVersion', { venue, paper, version, take }),
    restore: (field, version) => request('review.restoreVersion', { venue, paper, field, version }),
  };
}
