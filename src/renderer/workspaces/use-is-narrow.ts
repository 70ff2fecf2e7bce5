import { useSyncExternalStore } from 'react';

/** Under this width the form is a drawer over the page: a page and a form side by side would both be too narrow. */
const NARROW = '(max-width: 1099px)';

function watch(onChange: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Whether the window is too narrow for page and form side by side. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(watch, () => window.matchMedia(NARROW).matches);
}
