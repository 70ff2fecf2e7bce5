import type { ReactNode } from 'react';

/** One pane of a a SplitPane. */
export interface PaneSpec {
  readonly id: string;
  /** Its name, for the handle beside it: "Paper list". */
  readonly title: string;
  readonly content: ReactNode;
  /** Percent of the whole (`'20%'`), pixels (`240`), or rem (`'15rem'`); what is left over unless told. */
  readonly defaultSize?: number | string | undefined;
  readonly minSize?: number | string | undefined;
  readonly maxSize?: number | string | undefined;
  /** Keeps its pixels, not its share, when the window is resized. At least one pane must not. */
  readonly keepsPixels?: boolean | undefined;
  /** Whether it is folded away; only for panes that can be. Its content stays mounted. */
  readonly isCollapsed?: boolean | undefined;
  /** Dragging folded or unfolded it. Giving this makes the pane collapsible. */
  readonly onCollapsedChange?: ((isCollapsed: boolean) => void) | undefined;
}
