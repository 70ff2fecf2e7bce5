import { useEffect, useState, type ReactNode } from 'react';
import { Panel, usePanelRef, type PanelSize } from 'react-resizable-panels';
import type { PaneSpec } from './pane-spec';
import styles from './split-pane.module.css';

/** Props of {@link Pane}. */
export interface PaneProps {
  readonly pane: PaneSpec;
}

const isFolded = (size: PanelSize): boolean => size.inPixels < 1;

/** One pane: keeps the panel folded or open as its owner says, and what is folded away out of the tab order. */
export function Pane({ pane }: PaneProps): ReactNode {
  const panelRef = usePanelRef();
  const [folded, setFolded] = useState(pane.isCollapsed ?? false);
  const { isCollapsed } = pane;

  useEffect(() => {
    const follow = (): void => {
      const panel = panelRef.current;
      if (isCollapsed === undefined || !panel || panel.isCollapsed() === isCollapsed) return;
      if (isCollapsed) panel.collapse();
      else panel.expand();
    };
    try {
      follow();
      return undefined;
    } catch {
      // A pane that joins others on screen can be asked only once they have been laid out with it.
      const frame = requestAnimationFrame(follow);
      return () => cancelAnimationFrame(frame);
    }
  }, [isCollapsed, panelRef]);

  return (
    <Panel
      id={pane.id}
      panelRef={panelRef}
      defaultSize={pane.defaultSize}
      minSize={pane.minSize}
      maxSize={pane.maxSize}
      collapsible={pane.onCollapsedChange !== undefined}
      collapsedSize={0}
      groupResizeBehavior={pane.keepsPixels ? 'preserve-pixel-size' : 'preserve-relative-size'}
      onResize={(size, _id, before) => {
        setFolded(isFolded(size));
        const hasChanged = before !== undefined && isFolded(before) !== isFolded(size);
        if (hasChanged && isFolded(size) !== isCollapsed) pane.onCollapsedChange?.(isFolded(size));
      }}
    >
      <div className={styles['pane']} inert={folded}>
        {pane.content}
      </div>
    </Panel>
  );
}
