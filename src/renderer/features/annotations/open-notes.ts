import { request } from '@renderer/bridge/client';
import { nowMs } from '@renderer/bridge/clock';
import type { AnnotationId, PaperNumber, VenueId } from '@shared/model/ids';
import { annotationIdSchema } from '@shared/model/ids';
import { instantSchema } from '@shared/model/time';
import { watchFailures } from '../common/saving/failed-saves';
import { SessionShelf } from '../common/saving/session-shelf';
import { createNotesSession, type NotesSession } from './notes-session';

/** Sessions by venue and paper. */
const sessions = new SessionShelf<NotesSession>();

/** The session of my notes on a paper: the one that is open already, or a new one. One with unsaved changes is never dropped. */
export function openNotes(venue: VenueId, paper: PaperNumber): NotesSession {
  return sessions.take(`${venue} ${paper}`, () => {
    const session = createNotesSession(
      {
        save: (id, content) => request('annotation.save', { venue, paper, id, content }),
        remove: (id) => request('annotation.remove', { venue, paper, id }),
      },
      () => instantSchema.parse(new Date(nowMs()).toISOString()),
    );
    watchFailures('notes', venue, paper, session);
    return session;
  });
}

/** A name for a new note. */
export function newNoteId(): AnnotationId {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return annotationIdSchema.parse(
    `a-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`,
  );
}
