import { useEffect } from 'react';
import { isCommandEnabled, runCommand, shortcutsOf, useCommandList } from './commands';
import { isModalOpen } from './modals';
import { matchesShortcut } from './shortcut';

const notTyped = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);

function isTypingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !notTyped.has(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

// An open menu or list takes letters to find an entry; a bare key there is not for the application.
function isInOpenList(event: KeyboardEvent): boolean {
  const isBare = !event.ctrlKey && !event.metaKey && !event.altKey;
  return (
    isBare && event.target instanceof Element && event.target.closest('[role=menu],[role=listbox]') !== null
  );
}

/** Runs the command whose shortcut this key press is. Returns whether there was one. */
export function handleShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented) return false;
  const isTyping = isTypingIn(event.target);
  const isBehindModal = isModalOpen();
  const command = useCommandList
    .getState()
    .commands.findLast(
      (candidate) =>
        (!isTyping || candidate.allowInText) &&
        (!isBehindModal || candidate.allowInDialog) &&
        shortcutsOf(candidate).some((shortcut) => matchesShortcut(event, shortcut)) &&
        isCommandEnabled(candidate),
    );
  if (!command || isInOpenList(event)) return false;
  event.preventDefault();
  return runCommand(command.id);
}

/** Listens for shortcuts, once, for the whole window. */
export function useShortcuts(): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => void handleShortcut(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
