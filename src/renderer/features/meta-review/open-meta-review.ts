import { request, RequestError } from '@renderer/bridge/client';
import { MAX_ANSWER_LENGTH } from '@shared/model/answer-length';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import type { MetaContent } from '@shared/model/meta-review';
import { watchFailures } from '../common/saving/failed-saves';
import { createSavedSession, type Saved, type SavedSession } from '../common/saving/saved-session';
import { SessionShelf } from '../common/saving/session-shelf';

/** My meta-review of one paper, being written. */
export type MetaSession = SavedSession<MetaContent>;

const sessions = new SessionShelf<MetaSession>();

/** The session of my meta-review of a paper: the one that is open already, or a new one on what is on disk. */
export function openMetaReview(venue: VenueId, paper: PaperNumber, saved: Saved<MetaContent>): MetaSession {
  return sessions.take(`${venue} ${paper}`, () => {
    const session = createSavedSession<MetaContent>(saved, {
      read: async () => (await request('consolidation.getPaper', { venue, paper })).myMetaReview,
      save: (content) => request('metaReview.save', { venue, paper, content }),
      refuse: tooLong,
    });
    watchFailures('meta-review', venue, paper, session);
    return session;
  });
}

/** Drops every session, saved or not. For tests. */
export function forgetMetaReviews(): void {
  sessions.clear();
}

function tooLong({ text }: MetaContent): RequestError | null {
  if (text.length <= MAX_ANSWER_LENGTH) return null;
  const message = `Your meta-review is longer than ${MAX_ANSWER_LENGTH.toLocaleString('en')} characters. Shorten it.`;
  return new RequestError({ code: 'ANSWER_INVALID', message, detail: null });
}
