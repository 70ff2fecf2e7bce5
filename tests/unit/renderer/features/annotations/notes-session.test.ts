import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createNotesSession, type NotesSession } from '@renderer/features/annotations/notes-session';
import type { Annotation, AnnotationContent } from '@shared/model/annotation';
import type { AnnotationId, Sha256 } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { annotationId, makeContent, makeNote } from '../../../../support/annotation';

const id = annotationId('1');
const now = '2026-05-10T09:00:00.000Z' as Instant;

/** A disk that keeps what it is told, or refuses while it is full. */
let disk: Map<AnnotationId, AnnotationContent>;
let isFull: boolean;
let session: NotesSession;

const settled = async (): Promise<void> => {
  while (session.store.getState().saving.phase === 'saving') await Promise.resolve();
};
const shown = () => session.store.getState().notes.get(id)?.content;

beforeEach(() => {
  disk = new Map();
  isFull = false;
  session = createNotesSession(
    {
      save: async (saved, content) => {
        await Promise.resolve();
        if (isFull) throw new Error('full');
        disk.set(saved, content);
        return { ...makeNote('1'), id: saved, content, version: 1 } as Annotation;
      },
      remove: async (removed) => {
        await Promise.resolve();
        disk.delete(removed);
      },
    },
    () => now,
  );
});

describe('a session of notes', () => {
  it('shows a note at once and has it on disk soon after', async () => {
    session.put(id, makeContent());
    expect(shown()).toEqual(makeContent());
    await settled();
    expect(disk.get(id)).toEqual(makeContent());
  });

  it('undoes making, changing and removing, and brings the same note back', async () => {
    session.put(id, makeContent());
    session.put(id, makeContent({ meaning: 'error' }));
    session.put(id, null);
    expect(session.undo()).toBe(id);
    expect(shown()?.meaning).toBe('error');
    session.undo();
    expect(shown()?.meaning).toBe('weakness');
    session.undo();
    expect(shown()).toBeUndefined();
    expect(session.undo()).toBeNull();
    for (let step = 0; step < 2; step += 1) session.redo();
    await settled();
    expect(disk.get(id)?.meaning).toBe('error');
  });

  it('undoes a run of typing as one, and what follows a pause on its own', () => {
    session.put(id, makeContent());
    for (const comment of ['a', 'ab', 'abc']) session.put(id, makeContent({ comment }));
    session.seal();
    session.put(id, makeContent({ comment: 'abcd' }));
    session.undo();
    expect(shown()?.comment).toBe('abc');
    session.undo();
    expect(shown()?.comment).toBe('');
  });

  it('keeps on screen what is not on disk, and does not take over an older answer', async () => {
    isFull = true;
    session.put(id, makeContent());
    await settled();
    expect(session.store.getState().saving.phase).toBe('failed');
    session.adopt([]);
    expect(shown()).toEqual(makeContent());
    isFull = false;
    session.retry();
    await vi.waitFor(() => expect(session.hasUnsaved()).toBe(false));
    expect(disk.has(id)).toBe(true);
  });

  it('keeps the objects of notes that are the same, so that pages need not be drawn anew', () => {
    const first = makeNote('1');
    session.adopt([first]);
    const { notes } = session.store.getState();
    session.adopt([structuredClone(first)]);
    expect(session.store.getState().notes).toBe(notes);
    session.adopt([structuredClone(first), makeNote('2')]);
    expect(session.store.getState().notes.get(id)).toBe(first);
  });

  it('moves notes to another PDF for good: undo does not bring back a place that is gone', async () => {
    session.put(id, makeContent());
    await settled();
    const moved = makeContent({ pdf: 'cd'.repeat(32) as Sha256 });
    session.carry(
      new Map([
        [id, moved],
        [annotationId('9'), moved],
      ]),
    );
    await settled();
    expect([...disk]).toEqual([[id, moved]]);
    expect(session.undo()).toBeNull();
    expect(shown()).toEqual(moved);
  });
});
