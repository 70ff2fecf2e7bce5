import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Reader, type ReaderMarking, type ReaderSeek, type ReaderSource } from '@renderer/reader';
import type { PaneSpec } from '@renderer/ui/pane-spec';
import { SplitPane, type PaneLayout } from '@renderer/ui/SplitPane';
import { FormDrawer } from './FormDrawer';
import { OutsideLink } from './OutsideLink';
import type { DeskMode } from './paper-look';
import styles from './workspaces.module.css';

/** Props of {@link BesidePage}. */
export interface BesidePageProps {
  readonly source: ReaderSource;
  readonly initialPlace: unknown;
  readonly onPlaceChange: ((place: unknown) => void) | undefined;
  /** What is marked on the pages, and who hears of gestures there. */
  readonly marking?: ReaderMarking | undefined;
  /** Where the reader is to be led; the page is shown for it. */
  readonly seek?: ReaderSeek | undefined;
  /** A note that is sought: another object shows the page anew. */
  readonly note?: object | undefined;
  /** At the end of the reader's toolbar. */
  readonly toolbarEnd?: ReactNode;
  readonly mode: DeskMode;
  readonly onModeChange: (mode: DeskMode) => void;
  /** Whether there is too little room for both: what stands beside the page becomes a drawer over it. */
  readonly isNarrow: boolean;
  readonly layout: PaneLayout | null;
  readonly onLayoutChange: (layout: PaneLayout) => void;
  /** What stands beside the page: "Review form". */
  readonly title: string;
  readonly children: ReactNode;
}

/**
 * A paper's pages with something beside them: side by side, one alone, or as a drawer. A window that becomes narrow or
 * wide leaves the reader as it is: the paper is not opened anew, and no key is lost meanwhile.
 */
export function BesidePage({ source, title, mode, children, ...props }: BesidePageProps): ReactNode {
  const [link, setLink] = useState<string | null>(null);
  const { url, id, title: paperTitle } = source;
  const stableSource = useMemo(() => ({ url, id, title: paperTitle }), [url, id, paperTitle]);
  useShownPage(props.seek ?? props.note, mode, props.onModeChange);
  const beside = (
    <aside className={styles['beside']} aria-label={title} data-pane="form">
      {children}
    </aside>
  );
  const page = (
    <main className={styles['page']} data-pane="page">
      <Reader
        source={stableSource}
        initialPlace={props.initialPlace}
        onPlaceChange={props.onPlaceChange}
        onExternalLink={setLink}
        marking={props.marking}
        seek={props.seek}
        toolbarEnd={props.toolbarEnd}
      />
      <OutsideLink url={link} onClose={() => setLink(null)} />
    </main>
  );
  const pagePane: PaneSpec = {
    id: 'page',
    title: 'Paper',
    minSize: props.isNarrow ? 0 : '22rem',
    content: page,
  };
  const formPane: PaneSpec = {
    id: 'form',
    title,
    defaultSize: '28rem',
    minSize: '20rem',
    keepsPixels: true,
    content: beside,
  };
  const foldableForm: PaneSpec = {
    ...formPane,
    isCollapsed: mode === 'page',
    onCollapsedChange: (isCollapsed) => props.onModeChange(isCollapsed ? 'page' : 'both'),
  };
  const alone = mode === 'form' ? [formPane] : [pagePane];
  return (
    <div className={styles['under']}>
      <SplitPane
        id="page-and-form"
        initialLayout={props.layout ?? undefined}
        onLayoutChange={props.onLayoutChange}
        panes={props.isNarrow || mode === 'form' ? alone : [pagePane, foldableForm]}
      />
      {props.isNarrow && mode !== 'form' && (
        <FormDrawer title={title} isOpen={mode === 'both'} onClose={() => props.onModeChange('page')}>
          {children}
        </FormDrawer>
      )}
    </div>
  );
}

/** Shows the page when somebody is led there while it is hidden. */
function useShownPage(
  sought: object | undefined,
  mode: DeskMode,
  onModeChange: (mode: DeskMode) => void,
): void {
  const led = useRef<object | undefined>(undefined);
  useEffect(() => {
    if (sought === undefined || led.current === sought) return;
    led.current = sought;
    if (mode === 'form') onModeChange('both');
  }, [sought, mode, onModeChange]);
}
