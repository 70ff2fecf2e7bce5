import { ArrowLeft, ArrowRight, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from '@renderer/ui/IconButton';
import { PageBox } from './PageBox';
import paneStyles from './pages-pane.module.css';
import { toPageNumber } from './page-number';
import { closeSplit, openSecondView } from './split-actions';
import { shortcutOf } from './reader-shortcuts';
import { selectIsOpen, useReader, useReaderStore } from './reader-store';
import styles from './second-pane.module.css';

/** Props of {@link SecondPane}. */
export interface SecondPaneProps {
  readonly onExternalLink: (url: string) => void;
  /** The focus belongs to the first view again. */
  readonly onClosed: () => void;
}

/** A second view of the paper under the first, with a page and a zoom of its own. */
export function SecondPane({ onExternalLink, onClosed }: SecondPaneProps): ReactNode {
  const store = useReaderStore();
  const container = useRef<HTMLDivElement>(null);
  const link = useRef(onExternalLink);
  const session = useReader((state) => state.session);
  const isOpen = useReader(selectIsOpen);
  const title = useReader((state) => state.title);
  const pageTheme = useReader((state) => state.pageTheme);
  const pageCount = useReader((state) => state.pageCount);
  const labels = useReader((state) => state.pageLabels);
  const view = useReader((state) => state.second);
  const { pageNumber, scaleFactor, canGoBack, canGoForward } = useReader((state) => state.secondState);

  useEffect(() => {
    link.current = onExternalLink;
  });
  useEffect(() => {
    if (container.current === null || session === undefined || !isOpen) return;
    return openSecondView(store, session, container.current, (url) => link.current(url));
  }, [store, session, isOpen]);
  useEffect(() => view?.view.setPageLabels(labels), [view, labels]);
  useEffect(() => view?.view.tint.turn(pageTheme !== 'light'), [view, pageTheme]);

  return (
    <section className={styles['second']} aria-label="Second view" data-second-view>
      <div className={styles['bar']} role="toolbar" aria-label="Second view">
        <PageBox
          label="Page in the second view"
          isOpen={view !== undefined}
          pageNumber={pageNumber}
          pageCount={pageCount}
          labels={labels}
          onGo={(typed) => {
            const page = toPageNumber(typed, labels, pageCount);
            if (page !== undefined) view?.view.goToPage(page);
            return page !== undefined;
          }}
          onDone={() => container.current?.focus()}
        />
        <IconButton
          label="Back in the second view"
          icon={ArrowLeft}
          size="small"
          isDisabled={!canGoBack}
          onPress={() => view?.goBack()}
        />
        <IconButton
          label="Forward in the second view"
          icon={ArrowRight}
          size="small"
          isDisabled={!canGoForward}
          onPress={() => view?.goForward()}
        />
        <span className={styles['space']} />
        <IconButton
          label="Zoom out in the second view"
          icon={ZoomOut}
          size="small"
          onPress={() => view?.view.zoomBy(-1)}
        />
        <span className={styles['zoom']}>{Math.round(scaleFactor * 100)} %</span>
        <IconButton
          label="Zoom in in the second view"
          icon={ZoomIn}
          size="small"
          onPress={() => view?.view.zoomBy(1)}
        />
        <IconButton
          label="Close the second view"
          icon={X}
          size="small"
          shortcut={shortcutOf('reader.split')}
          onPress={() => {
            closeSplit(store);
            onClosed();
          }}
        />
      </div>
      <div className={paneStyles['pane']} data-page-theme={pageTheme}>
        <div
          ref={container}
          className={paneStyles['scroller']}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region is reached with the keyboard
          tabIndex={0}
          role="group"
          aria-label={`Second view of ${title}`}
        >
          <div className="pdfViewer" />
        </div>
      </div>
    </section>
  );
}
