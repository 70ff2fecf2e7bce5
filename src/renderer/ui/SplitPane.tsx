import { Fragment, useState, type ReactNode } from 'react';
import { Group, Separator, type Layout } from 'react-resizable-panels';
import { Pane } from './Pane';
import type { PaneSpec } from './pane-spec';
import styles from './split-pane.module.css';

/** The share of each pane in percent, by id: plain data to remember. */
export type PaneLayout = Readonly<Record<string, number>>;

/** Props of {@link SplitPane}. */
export interface SplitPaneProps {
  readonly id: string;
  /** The panes in order; leave one out to take it away with its content. */
  readonly panes: readonly PaneSpec[];
  readonly orientation?: 'horizontal' | 'vertical';
  /** A layout remembered from `onLayoutChange`; used when it is first shown, and only if it names just these panes. */
  readonly initialLayout?: PaneLayout | undefined;
  /** A person has resized or folded something (called when the pointer is let go). */
  readonly onLayoutChange?: ((layout: PaneLayout) => void) | undefined;
}

function fitting(layout: PaneLayout | undefined, panes: readonly PaneSpec[]): Layout | undefined {
  if (!layout || Object.keys(layout).length !== panes.length) return undefined;
  return panes.every((pane) => typeof layout[pane.id] === 'number') ? { ...layout } : undefined;
}

/** Panes side by side (or one above the other) with handles between them, for the pointer and for the arrow keys. */
export function SplitPane({ id, panes, orientation = 'horizontal', ...props }: SplitPaneProps): ReactNode {
  const [initialLayout] = useState(() => fitting(props.initialLayout, panes));
  return (
    <Group
      id={id}
      orientation={orientation}
      className={styles['group']}
      defaultLayout={initialLayout}
      onLayoutChanged={(layout, meta) => {
        if (meta.isUserInteraction) props.onLayoutChange?.(meta.requestedLayout ?? layout);
      }}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 && (
            <Separator
              className={styles['handle']}
              aria-label={`Resize ${(panes[index - 1] ?? pane).title}`}
            />
          )}
          <Pane pane={pane} />
        </Fragment>
      ))}
    </Group>
  );
}
