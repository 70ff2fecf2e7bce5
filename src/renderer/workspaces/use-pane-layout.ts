import { useCallback } from 'react';
import { rememberPanes, usePreferences } from '@renderer/bridge/preferences';
import type { PaneLayout } from '@renderer/ui/SplitPane';

/** Pane sizes that hold for all papers of a desk, kept among the preferences. */
export interface UsePaneLayout {
  readonly layout: PaneLayout | undefined;
  readonly remember: (layout: PaneLayout) => void;
}

/** The sizes of a desk's panes, in the order of `panes`, under a name in the preferences. */
export function usePaneLayout(name: string, panes: readonly string[]): UsePaneLayout {
  const sizes = usePreferences()?.panes[name];
  const layout =
    sizes?.length === panes.length
      ? Object.fromEntries(panes.map((pane, index) => [pane, sizes[index] ?? 0]))
      : undefined;
  const remember = useCallback(
    (next: PaneLayout) => {
      const clamp = (share: number): number => Math.min(100, Math.max(0, Math.round(share * 100) / 100));
      const shares = panes.map((pane) => clamp(next[pane] ?? 0));
      // Sizes are a convenience: not keeping them is no news for a person at work.
      rememberPanes(name, shares).catch(() => undefined);
    },
    [name, panes],
  );
  return { layout, remember };
}
