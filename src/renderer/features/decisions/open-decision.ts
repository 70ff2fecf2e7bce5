import { request, RequestError } from '@renderer/bridge/client';
import { patchQuery } from '@renderer/bridge/query-cache';
import type { DecisionRow } from '@shared/contract/decision';
import { MAX_ANSWER_LENGTH } from '@shared/model/answer-length';
import type { DecisionContent } from '@shared/model/decision';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { watchFailures } from '../common/saving/failed-saves';
import { createSavedSession, type Saved, type SavedSession } from '../common/saving/saved-session';
import { SessionShelf } from '../common/saving/session-shelf';

/** My decision on one paper, being made. */
export type DecisionSession = SavedSession<DecisionContent>;

const sessions = new SessionShelf<DecisionSession>();

/** The session of my decision on a paper: the one that is open already, or a new one on what is on disk. */
export function openDecision(
  venue: VenueId,
  paper: PaperNumber,
  saved: Saved<DecisionContent>,
): DecisionSession {
  return sessions.take(`${venue} ${paper}`, () => {
    const session = createSavedSession<DecisionContent>(saved, {
      read: async () => {
        const { rows } = await request('decision.list', { venue });
        return toSaved(rows.find(({ number }) => number === paper)) ?? saved;
      },
      save: async (content) => {
        const { savedAt } = await request('decision.save', { venue, paper, content });
        // The table shows at once what is on disk; the event that tells of it gathers a moment.
        patchQuery('decision.list', { venue }, (known) => ({
          ...known,
          rows: known.rows.map((row) => (row.number === paper ? { ...row, mine: content, savedAt } : row)),
        }));
        return { content, savedAt };
      },
      refuse: tooLong,
    });
    watchFailures('decision', venue, paper, session);
    return session;
  });
}

/** Drops every session, saved or not. For tests. */
export function forgetDecisions(): void {
  sessions.clear();
}

function toSaved(row: DecisionRow | undefined): Saved<DecisionContent> | null {
  return row === undefined ? null : { content: row.mine, savedAt: row.savedAt };
}

function tooLong({ note }: DecisionContent): RequestError | null {
  if (note.length <= MAX_ANSWER_LENGTH) return null;
  const message = `The note is longer than ${MAX_ANSWER_LENGTH.toLocaleString('en')} characters. Shorten it.`;
  return new RequestError({ code: 'ANSWER_INVALID', message, detail: null });
}
