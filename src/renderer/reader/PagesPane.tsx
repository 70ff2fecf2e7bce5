import type { MouseEvent, ReactNode, RefObject } from 'react';
import { Spinner } from '@renderer/ui/Spinner';
import { FailureMessage } from './FailureMessage';
import { PasswordForm } from './PasswordForm';
import { goThroughHistory } from './reader-actions';
import { useReader, useReaderStore } from './reader-store';
import styles from './pages-pane.module.css';
import './engine/pages.css';

/** Props of {@link PagesPane}. */
export interface PagesPaneProps {
  /** The scrolling element; the engine fills it. */
  readonly containerRef: RefObject<HTMLDivElement | null>;
}

/** Mouse buttons beside the three: browsers' back and forward. */
const SIDE_BUTTONS: Readonly<Record<number, 'back' | 'forward'>> = { 3: 'back', 4: 'forward' };

/** The pages, or in their place what hinders them from being shown. */
export function PagesPane({ containerRef }: PagesPaneProps): ReactNode {
  const store = useReaderStore();
  const status = useReader((state) => state.status);
  const title = useReader((state) => state.title);
  const pageTheme = useReader((state) => state.pageTheme);
  const isScan = useReader((state) => state.hasText === false);

  const onMouseUp = (event: MouseEvent): void => {
    const direction = SIDE_BUTTONS[event.button];
    if (direction === undefined) return;
    event.preventDefault();
    goThroughHistory(store, direction);
  };

  return (
    <div className={styles['pane']} data-page-theme={pageTheme}>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- scrolls with the keyboard; the side buttons are an extra way to do what the toolbar does */}
      <div
        ref={containerRef}
        className={styles['scroller']}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region is reached with the keyboard
        tabIndex={0}
        role="group"
        aria-label={`Pages of ${title}`}
        aria-busy={status === 'opening'}
        onMouseUp={onMouseUp}
      >
        <div className="pdfViewer" />
      </div>
      {status === 'opening' && (
        <div className={styles['opening']}>
          <Spinner label="Opening the paper" />
        </div>
      )}
      {status === 'password' && (
        <div className={styles['message']}>
          <PasswordForm />
        </div>
      )}
      {status === 'failed' && (
        <div className={styles['message']}>
          <FailureMessage />
        </div>
      )}
      {isScan && status === 'open' && (
        <div className={styles['notice']} role="status">
          No selectable text: this paper is a scan
        </div>
      )}
    </div>
  );
}
