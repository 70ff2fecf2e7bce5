// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { RequestError } from '@renderer/bridge/client';
import { createSavedSession, type Saved } from '@renderer/features/common/saving/saved-session';
import { SessionShelf } from '@renderer/features/common/saving/session-shelf';
import type { Instant } from '@shared/model/time';

interface Note {
  readonly text: string;
  readonly mark: number | null;
}

const at = (second: number): Instant => `2026-05-10T12:00:0${second}.000Z` as Instant;
const nothing: Saved<Note> = { content: { text: '', mark: null }, savedAt: null };
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
};

/** A session whose saves wait for the test, on a disk that the test may change. */
function harness(first = nothing) {
  let disk = first;
  let second = 0;
  const waiting: { readonly content: Note; done(): void; fail(): void }[] = [];
  const session = createSavedSession<Note>(first, {
    read: async () => disk,
    save: (content) =>
      new Promise((resolve, reject) => {
        const leave = (): void => void waiting.splice(0, 1);
        waiting.push({
          content,
          done: () => {
            leave();
            second += 1;
            disk = { content, savedAt: at(second) };
            resolve(disk);
          },
          fail: () => {
            leave();
            reject(new RequestError({ code: 'DISK_FULL', message: 'The disk is full.', detail: null }));
          },
        });
      }),
    refuse: () => null,
  });
  return { session, waiting, write: (saved: Saved<Note>) => (disk = saved) };
}

describe('a session that saves as one writes', () => {
  it('sends a change at once and is saved only when the newest one is acknowledged', async () => {
    const { session, waiting } = harness();
    session.edit({ text: 'a' });
    session.edit({ text: 'ab' });
    expect(waiting.map(({ content }) => content.text)).toEqual(['a']);
    waiting[0]?.done();
    await settle();
    expect(session.hasUnsaved()).toBe(true);
    expect(waiting.map(({ content }) => content.text)).toEqual(['ab']);
    waiting[0]?.done();
    await settle();
    expect(session.hasUnsaved()).toBe(false);
    expect(session.store.getState().saved).toEqual({ content: { text: 'ab', mark: null }, savedAt: at(2) });
  });

  it('keeps what could not be saved, and saves the newest of it when asked again', async () => {
    const { session, waiting } = harness();
    session.edit({ text: 'precious' });
    waiting[0]?.fail();
    await settle();
    expect(session.store.getState()).toMatchObject({
      content: { text: 'precious' },
      saving: { phase: 'failed', error: { message: 'The disk is full.' } },
    });
    session.retry();
    waiting[0]?.done();
    await settle();
    expect(session.store.getState().saved.content.text).toBe('precious');
  });

  it('takes over what changed elsewhere, and never over what is being typed', async () => {
    const { session, waiting, write } = harness();
    const elsewhere = { content: { text: 'by script', mark: 3 }, savedAt: at(9) };
    write(elsewhere);
    session.edit({ text: 'by hand' });
    await session.adopt(elsewhere);
    expect(session.store.getState().content.text).toBe('by hand');
    waiting[0]?.done();
    await settle();
    write(elsewhere);
    await session.adopt(elsewhere);
    expect(session.store.getState()).toMatchObject({ content: elsewhere.content, saved: elsewhere });
  });

  it('is not set back by an answer that is older than what was acknowledged since', async () => {
    const { session, waiting } = harness();
    session.edit({ text: 'newest' });
    waiting[0]?.done();
    await settle();
    await session.adopt(nothing);
    expect(session.store.getState().content.text).toBe('newest');
  });

  it('keeps what is typed while it looks up what changed elsewhere', async () => {
    const { session, waiting, write } = harness();
    const elsewhere = { content: { text: 'by script', mark: null }, savedAt: at(9) };
    write(elsewhere);
    const adopting = session.adopt(elsewhere);
    session.edit({ text: 'x' });
    await adopting;
    expect(session.store.getState().content.text).toBe('x');
    expect(waiting.map(({ content }) => content.text)).toEqual(['x']);
  });
});

describe('the shelf of sessions', () => {
  it('gives an open session again, and drops the oldest only when everything of it is on disk', () => {
    const shelf = new SessionShelf<{ readonly name: string; hasUnsaved(): boolean }>();
    const start = (name: string, isUnsaved = false) => ({ name, hasUnsaved: () => isUnsaved });
    const unsaved = shelf.take('unsaved', () => start('unsaved', true));
    const oldest = shelf.take('oldest', () => start('oldest'));
    expect(shelf.take('oldest', () => start('again'))).toBe(oldest);
    for (let index = 0; index < 20; index += 1) shelf.take(`other ${index}`, () => start('other'));
    expect(shelf.take('unsaved', () => start('again'))).toBe(unsaved);
    expect(shelf.take('oldest', () => start('again')).name).toBe('again');
    shelf.clear();
  });

  it('does not let the window go while something is not on disk', () => {
    const shelf = new SessionShelf<{ hasUnsaved(): boolean }>();
    let isUnsaved = true;
    shelf.take('one', () => ({ hasUnsaved: () => isUnsaved }));
    const leave = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).toBe(false);
    isUnsaved = false;
    expect(leave()).toBe(true);
  });
});
