import type { StoreApi } from 'zustand/vanilla';
import type { Command } from '@renderer/ui/commands';
import type { EvidenceTexts } from './evidence';
import type { NoteActs } from './note-acts';
import type { NotesSession } from './notes-session';
import type { NotesUi } from './notes-ui';

/** The keys of what is done with notes. */
export const NOTE_SHORTCUTS = {
  mark: 'Mod+Shift+H',
  noteHere: 'Mod+Alt+N',
  area: 'Mod+Alt+A',
  quote: 'Mod+Alt+Q',
  panel: 'Mod+Shift+N',
} as const;

/** What commands on notes work on. */
export interface NoteCommandsOn {
  readonly acts: NoteActs;
  readonly session: NotesSession;
  readonly ui: StoreApi<NotesUi>;
  readonly texts: EvidenceTexts;
  readonly copyAll: () => void;
  readonly savePdf: () => void;
}

/** Marking and finding notes, for the palette and the keys. Undo's own keys work on the page. */
export function noteCommands({
  acts,
  session,
  ui,
  texts,
  copyAll,
  savePdf,
}: NoteCommandsOn): readonly Command[] {
  const hasPages = (): boolean => ui.getState().control !== undefined;
  const section = 'Notes';
  return [
    {
      id: 'notes.mark',
      title: 'Mark the selected or found text',
      section,
      shortcut: NOTE_SHORTCUTS.mark,
      keywords: ['highlight', 'underline', 'annotate'],
      allowInText: true,
      isEnabled: () => ui.getState().control?.selectionBox() !== undefined,
      run: () => ui.setState({ bar: 'focused', open: null }),
    },
    {
      id: 'notes.quote',
      title: 'Quote the selected or found text in the review',
      section,
      shortcut: NOTE_SHORTCUTS.quote,
      keywords: ['evidence', 'cite', 'field'],
      allowInText: true,
      isEnabled: () => hasPages() && texts.inHand() !== undefined,
      run: () => {
        const field = texts.inHand();
        if (field !== undefined) acts.quote(field, null);
      },
    },
    {
      id: 'notes.here',
      title: 'Put a note on this page',
      section,
      shortcut: NOTE_SHORTCUTS.noteHere,
      keywords: ['annotate', 'comment'],
      isEnabled: hasPages,
      run: () => {
        const passage = ui.getState().control?.placeHere();
        if (passage !== undefined) acts.place('note', passage);
      },
    },
    {
      id: 'notes.area',
      title: 'Mark an area of the page',
      section,
      shortcut: NOTE_SHORTCUTS.area,
      keywords: ['figure', 'rectangle', 'scan'],
      isEnabled: hasPages,
      run: () => ui.setState(({ tool }) => ({ tool: tool === 'area' ? 'none' : 'area' })),
    },
    panelCommand(ui, 'Show or hide my notes on the paper'),
    {
      id: 'notes.undo',
      title: 'Undo in my notes',
      section,
      isEnabled: () => session.store.getState().history.past.length > 0,
      run: () => void acts.undo(),
    },
    {
      id: 'notes.redo',
      title: 'Redo in my notes',
      section,
      isEnabled: () => session.store.getState().history.future.length > 0,
      run: () => void acts.redo(),
    },
    {
      id: 'notes.copyAll',
      title: 'Copy my notes on this paper as Markdown',
      section,
      keywords: ['export'],
      isEnabled: () => session.store.getState().notes.size > 0,
      run: copyAll,
    },
    {
      id: 'notes.savePdf',
      title: 'Save this paper with my notes as PDF…',
      section,
      keywords: ['export', 'annotated'],
      isEnabled: () => hasPages() && session.store.getState().notes.size > 0,
      run: savePdf,
    },
  ];
}

/** Shows the list of notes and puts the focus there, or hides it. */
export function panelCommand(ui: StoreApi<NotesUi>, title: string): Command {
  return {
    id: 'notes.panel',
    title,
    section: 'Notes',
    shortcut: NOTE_SHORTCUTS.panel,
    keywords: ['annotations', 'list'],
    allowInText: true,
    isEnabled: () => ui.getState().control !== undefined,
    run: () => {
      ui.getState().control?.togglePanel();
      // The list is there after the next paint.
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('[data-notes-panel] [role=listbox]')?.focus(),
      );
    },
  };
}
