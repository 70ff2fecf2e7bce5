import type { PaneLayout } from '@renderer/ui/SplitPane';

/** Which of page and form are shown. */
export type DeskMode = 'both' | 'page' | 'form';

/** How a paper is looked at: the reader's place, and page and form beside each other. What main remembers as `view`. */
export interface PaperLook {
  /** The reader's own; it checks it. */
  readonly place: unknown;
  readonly mode: DeskMode;
  readonly layout: PaneLayout | null;
}

const modes: readonly DeskMode[] = ['both', 'page', 'form'];

/** A remembered view, each part that cannot be understood replaced by its default: it may come from another version. */
export function toPaperLook(view: unknown): PaperLook {
  const parts: Readonly<Record<string, unknown>> =
    typeof view === 'object' && view !== null ? { ...view } : {};
  const { layout } = parts;
  const isLayout =
    typeof layout === 'object' &&
    layout !== null &&
    Object.values(layout).every((share) => typeof share === 'number');
  return {
    place: parts['place'] ?? null,
    mode: modes.find((mode) => mode === parts['mode']) ?? 'both',
    layout: isLayout ? (layout as PaneLayout) : null,
  };
}
