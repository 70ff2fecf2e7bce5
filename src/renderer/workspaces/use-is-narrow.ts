import { useSyncExternalStore } from 'react';
import { usePxPerRem } from '@renderer/ui/use-px-per-rem';

/** Under this width in rem (1,100 px at normal text size), a page and a form side by side would both be too narrow. */
const NARROW_REM = 68.75;

function watch(onChange: () => void): () => void {
  window.addEventListener('resize', onChange);
  return () => window.removeEventListener('resize', onChange);
}

/** Whether the window is too narrow, at the present text size, for page and form side by side. */
export function useIsNarrow(): boolean {
  const limitPx = NARROW_REM * usePxPerRem();
  return useSyncExternalStore(watch, () => window.innerWidth < limitPx);
}
