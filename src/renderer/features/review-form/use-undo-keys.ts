import { useEffect, type RefObject } from 'react';
import { matchesShortcut } from '@renderer/ui/shortcut';

/** The keys of redo: the one of every platform, and the old one of Windows. */
export const redoShortcuts = ['Mod+Shift+Z', 'Mod+Y'] as const;

/**
 * Makes undo and redo within an element this form's own, in its text fields too: from the keys, and from the system's
 * Edit menu, which reaches a text field as `historyUndo`.
 */
export function useUndoKeys(root: RefObject<HTMLElement | null>, undo: () => void, redo: () => void): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = matchesShortcut(event, 'Mod+Z');
      if (!isUndo && !redoShortcuts.some((shortcut) => matchesShortcut(event, shortcut))) return;
      event.preventDefault();
      event.stopPropagation();
      (isUndo ? undo : redo)();
    };
    const onBeforeInput = (event: InputEvent): void => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      event.preventDefault();
      (event.inputType === 'historyUndo' ? undo : redo)();
    };
    // Capturing, so that no control inside takes the keys for itself.
    element.addEventListener('keydown', onKey, { capture: true });
    element.addEventListener('beforeinput', onBeforeInput, { capture: true });
    return () => {
      element.removeEventListener('keydown', onKey, { capture: true });
      element.removeEventListener('beforeinput', onBeforeInput, { capture: true });
    };
  }, [root, undo, redo]);
}
