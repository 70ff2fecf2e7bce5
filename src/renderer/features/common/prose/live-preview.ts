import { useEffect, useState, type RefObject } from 'react';
import { toRequestError } from '@renderer/bridge/client';
import { setPreferences, usePreferences } from '@renderer/bridge/preferences';
import type { Command } from '@renderer/ui/commands';
import { toast } from '@renderer/ui/toasts';
import { usePxPerRem } from '@renderer/ui/use-px-per-rem';

/** From which width of a field on its formulas are shown unless a person chose, in rem. */
const WIDE_REM = 34;

/** Whether there is a formula in a text, or the start of one. */
export function hasFormula(text: string): boolean {
  return /\$[^$\s]/u.test(text);
}

/**
 * Whether the formulas of a text are shown beside its source: as the person chose for all fields, else where the field,
 * the parent of `root`, is wide.
 */
export function useIsPreviewLive(root: RefObject<HTMLElement | null>): boolean {
  const chosen = usePreferences()?.isPreviewLive;
  const isWide = useIsWide(root);
  return chosen ?? isWide;
}

/** Shows the formulas of every text that has some, or hides them; remembered. */
export function toggleLivePreview(): void {
  const isShown = document.querySelector('[data-live-preview]') !== null;
  setPreferences({ isPreviewLive: !isShown }).catch((thrown: unknown) => {
    toast({ title: 'The setting was not kept', text: toRequestError(thrown).message, tone: 'warning' });
  });
}

/** {@link toggleLivePreview} for the palette and the keys. */
export const livePreviewCommand: Command = {
  id: 'text.livePreview',
  title: 'Show or hide formulas while writing',
  section: 'Writing',
  shortcut: 'Mod+Alt+M',
  keywords: ['math', 'preview', 'latex'],
  allowInText: true,
  run: toggleLivePreview,
};

function useIsWide(root: RefObject<HTMLElement | null>): boolean {
  const [widthPx, setWidthPx] = useState(0);
  const pxPerRem = usePxPerRem();
  useEffect(() => {
    const field = root.current?.parentElement;
    if (field == null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => setWidthPx(entry?.contentRect.width ?? 0));
    observer.observe(field);
    return () => observer.disconnect();
  }, [root]);
  return widthPx >= WIDE_REM * pxPerRem;
}
