import { toCleanText } from './clean-text';

/**
 * Puts text that is copied from the pages on the clipboard as {@link toCleanText} has it.
 * @returns a function that stops it
 */
export function listenToCopy(container: HTMLElement): () => void {
  const onCopy = (event: ClipboardEvent): void => {
    const selection = document.getSelection();
    if (selection === null || selection.isCollapsed || event.clipboardData === null) return;
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData.setData('text/plain', toCleanText(selection.toString()));
  };
  // Before pdf.js, whose text layers take the event for themselves.
  container.addEventListener('copy', onCopy, { capture: true });
  return () => container.removeEventListener('copy', onCopy, { capture: true });
}
