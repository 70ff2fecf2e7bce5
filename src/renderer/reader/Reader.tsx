import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { FindBar } from './FindBar';
import { OutlinePanel } from './OutlinePanel';
import { PagesPane } from './PagesPane';
import { closeFind } from './reader-actions';
import type { ReaderProps } from './reader-props';
import { createReaderStore, ReaderStoreContext } from './reader-store';
import { ReaderToolbar } from './ReaderToolbar';
import styles from './reader.module.css';
import { useCurrent } from './use-current';
import { usePlaceReport } from './use-place-report';
import { useReaderCommands } from './use-reader-commands';
import { useReaderSession } from './use-reader-session';

/** Shows a paper and all that belongs to reading it. Fills its parent, which has a size of its own. */
export function Reader(props: ReaderProps): ReactNode {
  const [store] = useState(createReaderStore);
  const latest = useCurrent(props);
  const pages = useRef<HTMLDivElement>(null);
  const pageBox = useRef<HTMLInputElement>(null);
  const findField = useRef<HTMLInputElement>(null);
  const elements = useMemo(() => ({ pages, pageBox, findField }), []);

  const report = usePlaceReport(store, latest);
  useReaderSession(store, props.source, latest, pages, report);
  useReaderCommands(store, elements);

  const focusPages = (): void => pages.current?.focus();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !store.getState().isFindOpen) return;
    event.preventDefault();
    closeFind(store);
    focusPages();
  };

  return (
    <ReaderStoreContext value={store}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes the find bar from anywhere in the reader */}
      <section className={styles['reader']} aria-label={`Paper: ${props.source.title}`} onKeyDown={onKeyDown}>
        <ReaderToolbar pageBoxRef={pageBox} onDone={focusPages} end={props.toolbarEnd} />
        <FindBar fieldRef={findField} />
        <div className={styles['body']}>
          <OutlinePanel onExternalLink={props.onExternalLink} />
          <PagesPane containerRef={pages} />
        </div>
      </section>
    </ReaderStoreContext>
  );
}
