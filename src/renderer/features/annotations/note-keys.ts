import type { KeyboardEvent } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { matchesShortcut } from '@renderer/ui/shortcut';
import { meaningOfKey } from './meanings';
import type { NoteActs } from './note-acts';
import type { NotesUi } from './notes-ui';

/** What the keys of notes do on the page: number keys mark what is selected, undo and redo, and Escape closes the topmost. */
export function createNoteKeys(acts: NoteActs, ui: StoreApi<NotesUi>): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    const { nativeEvent: key } = event;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const meaning = isPlain && ui.getState().bar !== 'none' ? meaningOfKey(event.key) : undefined;
    const isRedo = matchesShortcut(key, 'Mod+Shift+Z') || matchesShortcut(key, 'Mod+Y');
    if (meaning !== undefined) acts.mark(meaning);
    else if (matchesShortcut(key, 'Mod+Z')) {
      if (!acts.undo()) return;
    } else if (isRedo) {
      if (!acts.redo()) return;
    } else if (event.key !== 'Escape' || !closeTopmost(acts, ui)) return;
    event.preventDefault();
  };
}

/** The card, else the selection with its bar, else the tool. */
function closeTopmost(acts: NoteActs, ui: StoreApi<NotesUi>): boolean {
  const { open, bar, tool } = ui.getState();
  if (open !== null) acts.closeCard();
  else if (bar !== 'none') {
    document.getSelection()?.removeAllRanges();
    ui.setState({ bar: 'none' });
  } else if (tool !== 'none') ui.setState({ tool: 'none' });
  else return false;
  return true;
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
