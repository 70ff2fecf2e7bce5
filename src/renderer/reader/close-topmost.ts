import type { PreviewControl } from './link-preview-state';
import { closeFind } from './reader-actions';
import type { ReaderStore } from './reader-store';

/**
 * Closes the one thing that lies topmost in the reader: a preview, else the find bar. The focus goes back to where it
 * belongs. Returns false when there is nothing to close.
 */
export function closeTopmost(store: ReaderStore, preview: PreviewControl, focusPages: () => void): boolean {
  const { preview: shown, isFindOpen } = store.getState();
  if (shown !== undefined) {
    preview.close();
    if (shown.isFocused) shown.element.focus({ preventScroll: true });
    return true;
  }
  if (!isFindOpen) return false;
  closeFind(store);
  focusPages();
  return true;
}
