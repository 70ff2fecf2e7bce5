import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { FindBar } from './FindBar';
import { createPreviewControl, previewOnHover } from './link-preview-state';
import { PagesPane } from './PagesPane';
import { SplitPane } from '@renderer/ui/SplitPane';
import { useStore } from 'zustand';
import { closeTopmost } from './close-topmost';
import type { ReaderProps } from './reader-props';
import { createReaderStore, ReaderStoreContext } from './reader-store';
import { ReaderToolbar } from './ReaderToolbar';
import { SecondPane } from './SecondPane';
import { Sidebar } from './Sidebar';
import styles from './reader.module.css';
import { useCurrent } from './use-current';
import { usePlaceReport } from './use-place-report';
import { useMarking } from './use-marking';
import { useReaderCommands } from './use-reader-commands';
import { useSeek } from './use-seek';
import { useReaderSession } from './use-reader-session';

/** Shows a paper and all that belongs to reading it. Fills its parent, which has a size of its own. */
export function Reader(props: ReaderProps): ReactNode {
  const [store] = useState(createReaderStore);
  const latest = useCurrent(props);
  const pages = useRef<HTMLDivElement>(null);
  const pageBox = useRef<HTMLInputElement>(null);
  const findField = useRef<HTMLInputElement>(null);
  const preview = useMemo(() => createPreviewControl(store), [store]);
  const elements = useMemo(() => ({ pages, pageBox, findField, preview }), [preview]);

  const report = usePlaceReport(store, latest);
  useReaderSession(store, props.source, latest, pages, report);
  useReaderCommands(store, elements);
  useSeek(store, props.seek);
  useEffect(() => (pages.current === null ? undefined : previewOnHover(pages.current, preview)), [preview]);

  const isSplit = useStore(store, (state) => state.split !== undefined);
  const focusPages = (): void => pages.current?.focus();
  useMarking(store, props.marking, focusPages);
  const onKeyDown = (event: KeyboardEvent): void => {
    props.marking?.onKeyDown(event);
    // A menu's own Escape comes by here too, from elsewhere in the document.
    const isOurs = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key !== 'Escape' || event.defaultPrevented || !isOurs) return;
    if (closeTopmost(store, preview, focusPages)) event.preventDefault();
  };

  return (
    <ReaderStoreContext value={store}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes what lies topmost from anywhere in the reader */}
      <section className={styles['reader']} aria-label={`Paper: ${props.source.title}`} onKeyDown={onKeyDown}>
        <ReaderToolbar
          pageBoxRef={pageBox}
          onDone={focusPages}
          middle={props.marking?.controls}
          end={props.toolbarEnd}
        />
        <FindBar fieldRef={findField} />
        <div className={styles['body']}>
          <Sidebar onExternalLink={props.onExternalLink} notes={props.marking?.panel} />
          <SplitPane
            id="reader-views"
            orientation="vertical"
            panes={[
              {
                id: 'first',
                title: 'First view',
                minSize: '8rem',
                content: <PagesPane containerRef={pages} preview={preview} />,
              },
              ...(isSplit
                ? [
                    {
                      id: 'second',
                      title: 'Second view',
                      defaultSize: '38%',
                      minSize: '8rem',
                      content: <SecondPane onExternalLink={props.onExternalLink} onClosed={focusPages} />,
                    },
                  ]
                : []),
            ]}
          />
        </div>
      </section>
    </ReaderStoreContext>
  );
}
