import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from '@renderer/ui/cx';
import { nextIndex } from '@renderer/ui/roving';
import { toPageName } from './page-number';
import { goToPage } from './reader-actions';
import { useReader, useReaderStore } from './reader-store';
import { ThumbnailLoader } from './thumbnail-loader';
import type { PaintThumbnail } from './thumbnail-loader';
import styles from './thumbnails-panel.module.css';

/** How far Page Up and Page Down lead. */
const PAGE_ROWS = 5;

/** Every page in small, painted when it comes into sight. The one that is read is marked. */
export function ThumbnailsPanel(): ReactNode {
  const store = useReaderStore();
  const session = useReader((state) => state.session);
  const pageCount = useReader((state) => (state.status === 'open' ? state.pageCount : 0));
  const pageNumber = useReader((state) => state.pageNumber);
  const labels = useReader((state) => state.pageLabels);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = list.current;
    if (element === null || session === undefined || pageCount === 0) return;
    const paint: PaintThumbnail = async (page, signal) => {
      const picture = await session.pictures?.thumbnail(page, signal);
      if (picture === undefined) throw new Error('the paper is closed');
      return picture;
    };
    const loader = new ThumbnailLoader(element, paint);
    return () => loader.close();
  }, [session, pageCount]);

  useEffect(() => {
    list.current?.children[pageNumber - 1]?.scrollIntoView({ block: 'nearest' });
  }, [pageNumber, pageCount]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextIndex(event, pageNumber - 1, pageCount, PAGE_ROWS);
    if (next === null) return;
    event.preventDefault();
    goToPage(store, next + 1);
    list.current?.querySelectorAll<HTMLElement>('[role=option]')[next]?.focus({ preventScroll: true });
  };

  return (
    <div
      ref={list}
      className={styles['list']}
      role="listbox"
      aria-label="Pages"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {Array.from({ length: pageCount }, (_, index) => index + 1).map((page) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the list takes the keys for all its pages
        <div
          key={page}
          role="option"
          className={cx(styles['page'], page === pageNumber && styles['current'])}
          tabIndex={page === pageNumber ? 0 : -1}
          aria-selected={page === pageNumber}
          aria-label={`Page ${toPageName(page, labels)}`}
          onClick={() => goToPage(store, page)}
        >
          <span
            className={styles['picture']}
            data-page={page}
            style={{ aspectRatio: session?.view?.pageRatio(page) ?? 0.75 }}
          />
          <span className={styles['number']}>{toPageName(page, labels)}</span>
        </div>
      ))}
    </div>
  );
}
