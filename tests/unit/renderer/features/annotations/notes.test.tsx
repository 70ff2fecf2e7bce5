import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import { createNoteActs, type NoteActs } from '@renderer/features/annotations/note-acts';
import { NotesFloating } from '@renderer/features/annotations/NotesFloating';
import { NotesPanel } from '@renderer/features/annotations/NotesPanel';
import { createNotesSession, type NotesSession } from '@renderer/features/annotations/notes-session';
import { createNotesUi, type NotesUi } from '@renderer/features/annotations/notes-ui';
import type { Annotation, AnnotationContent } from '@shared/model/annotation';
import type { AnnotationId, FieldId, Sha256 } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { useToasts } from '@renderer/ui/toasts';
import { annotationId, makeContent, makeNote } from '../../../../support/annotation';
import { standInForLayout } from '../../../../support/dom';

const now = '2026-05-10T09:00:00.000Z' as Instant;
const id = annotationId('1');

let disk: Map<AnnotationId, AnnotationContent>;
let written: Map<string, string>;
let session: NotesSession;
let ui: StoreApi<NotesUi>;
let acts: NoteActs;
const show = vi.fn();
const fields = [
  { id: 'strengths' as FieldId, label: 'Strengths' },
  { id: 'weaknesses' as FieldId, label: 'Weaknesses' },
];

/** The texts of a review, kept in a map. */
function makeTexts() {
  const listeners = new Set<() => void>();
  return {
    fields,
    inHand: () => 'strengths' as FieldId,
    textOf: (field: FieldId) => written.get(field) ?? '',
    write: (field: FieldId, text: string) => {
      written.set(field, text);
      for (const listener of listeners) listener();
    },
    subscribe: (onChange: () => void) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
let texts: ReturnType<typeof makeTexts>;

beforeEach(() => {
  standInForLayout();
  vi.stubGlobal('referee', {
    request: () => Promise.resolve({ ok: false, error: { code: 'INTERNAL', message: '', detail: null } }),
    subscribe: () => () => undefined,
  });
  disk = new Map();
  written = new Map();
  texts = makeTexts();
  session = createNotesSession(
    {
      save: (saved, content) => {
        disk.set(saved, content);
        return Promise.resolve({ ...makeNote('1'), id: saved, content, version: 1 } as Annotation);
      },
      remove: (removed) => Promise.resolve(void disk.delete(removed)),
    },
    () => now,
  );
  ui = createNotesUi();
  ui.setState({
    control: {
      selection: () => undefined,
      selectionBox: () => undefined,
      boxOf: () => undefined,
      show,
      placeHere: () => undefined,
      writePdf: () => Promise.resolve(undefined),
      focusPages: () => undefined,
      togglePanel: () => undefined,
      findPassages: () => Promise.resolve([]),
    },
  });
  acts = createNoteActs({ session, ui, texts, pdf: makeContent().pdf, onEarlier: () => undefined });
});
afterEach(() => {
  cleanup();
  show.mockClear();
  vi.unstubAllGlobals();
});

describe('the card of a note', () => {
  const openCard = (changes: Partial<AnnotationContent> = {}): void => {
    session.put(id, makeContent(changes));
    ui.setState({ open: id, isWriting: true });
    render(<NotesFloating session={session} ui={ui} acts={acts} texts={texts} />);
  };

  it('takes the focus into the comment and keeps every letter', async () => {
    openCard();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Comment' }));
    await userEvent.keyboard('Why *now*?');
    await vi.waitFor(() => expect(disk.get(id)?.comment).toBe('Why *now*?'));
  });

  it('changes the meaning', async () => {
    openCard();
    await userEvent.click(screen.getByRole('button', { name: 'Error' }));
    expect(session.store.getState().notes.get(id)?.content.meaning).toBe('error');
    expect(screen.getByRole('button', { name: 'Error' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('closes on Escape from within the comment', async () => {
    openCard();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('quotes the note in a field and then says so', async () => {
    openCard();
    await userEvent.click(screen.getByRole('button', { name: 'Quote in' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Weaknesses' }));
    expect(written.get('weaknesses')).toBe(`> “the noise is known” [p. 4](referee:annotation/${id})\n\n`);
    expect(screen.getByText('Quoted in Weaknesses')).toBeTruthy();
  });

  it('offers to update a field that quotes other words', async () => {
    written.set('strengths', `> “old words” [p. 4](referee:annotation/${id})`);
    openCard();
    await userEvent.click(screen.getByRole('button', { name: 'Update' }));
    expect(written.get('strengths')).toBe(`> “the noise is known” [p. 4](referee:annotation/${id})`);
    expect(screen.queryByRole('button', { name: 'Update' })).toBeNull();
  });
});

describe('the list of notes', () => {
  const showPanel = (): void => {
    render(
      <NotesPanel
        session={session}
        ui={ui}
        acts={acts}
        texts={texts}
        pdf={makeContent().pdf}
        visibility="chairs"
        onVisibility={() => undefined}
      />,
    );
  };

  it('says how to make the first note', () => {
    showPanel();
    expect(screen.getByText('No notes yet')).toBeTruthy();
  });

  it('goes through notes with the arrows, to each on the page, and deletes with Delete', async () => {
    session.put(id, makeContent());
    session.put(annotationId('2'), makeContent({ pages: [{ page: 5, quads: [[0, 9, 9, 9, 0, 0, 9, 0]] }] }));
    showPanel();
    screen.getByRole('listbox').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(show.mock.calls.map((call: readonly unknown[]) => call[1])).toEqual([id, annotationId('2')]);
    await userEvent.keyboard('{Delete}');
    expect([...session.store.getState().notes.keys()]).toEqual([id]);
    expect(ui.getState().chosen).toBe(id);
    await userEvent.keyboard('{Enter}');
    expect(ui.getState().open).toBe(id);
  });

  it('keeps a note on an earlier PDF in the list, and does not go to where it is not', async () => {
    session.put(id, makeContent({ pdf: 'cd'.repeat(32) as Sha256 }));
    showPanel();
    expect(screen.getByRole('option').textContent).toContain('earlier PDF, p. 4');
    screen.getByRole('listbox').focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(show).not.toHaveBeenCalled();
    expect(ui.getState().open).toBeNull();
    await userEvent.keyboard('{Delete}');
    expect(session.store.getState().notes.size).toBe(0);
  });

  it('says of a filter how much it leaves, and takes it away again', async () => {
    session.put(id, makeContent());
    session.put(annotationId('2'), makeContent({ comment: 'prior work' }));
    showPanel();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search in notes' }), 'prior');
    expect(screen.getByRole('status').textContent).toContain('1 of 2 notes');
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(screen.getByRole('status').textContent).toBe('2 notes');
  });
});

describe('deleting a note that a field quotes', () => {
  it('leaves the words, and takes them out when asked to', () => {
    session.put(id, makeContent());
    acts.quote('weaknesses' as FieldId, id);
    texts.write('weaknesses' as FieldId, `Before.\n\n${written.get('weaknesses') ?? ''}After.`);
    acts.remove(id);
    expect(written.get('weaknesses')).toContain('“the noise is known”');
    const asked = useToasts.getState().toasts.at(-1);
    expect(asked?.text).toContain('Weaknesses still quotes it');
    asked?.action?.run();
    expect(written.get('weaknesses')).toBe('Before.\n\nAfter.');
  });
});
