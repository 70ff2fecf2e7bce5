import { useEffect } from 'react';

/** The title of the window, from the most particular to the application: `#12 Title - Sim2Science 2026 - Referee`. */
export function useWindowTitle(parts: readonly (string | null | undefined)[]): void {
  const title = [...parts, 'Referee'].filter((part) => part != null && part !== '').join(' - ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
