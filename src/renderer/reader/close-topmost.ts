import type { PreviewControl } from './link-preview-state';
import { closeFind } from './reader-actions';
import type { ReaderStore } from './reader-store';

/**
 * Closes the one thing that lies topmost in the reader: a preview, else the find bar; else leaves the outline, the
 * pages in small or the second view for the pages. The focus goes back to where it belongs. Returns false when there is
 * nothing to close or to leave.
 */
export function closeTopmost(store: ReaderStore, preview: PreviewControl, focusPages: () => void): boolean {
  const { preview: shown, isFindOpen } = store.getState();
  if (shown !== undefined) {
    preview.close();
    if (shown.isFocused) shown.element.focus({ preventScroll: true });
    return true;
  }
  const isBesidePages = document.activeElement?.closest('[data-reader-sidebar], [data-second-view]') !== null;
  if (!isFindOpen && !isBesidePages) return false;
  if (isFindOpen) closeFind(store);
  focusPages();
  return true;
}
