import type { ReactNode, RefObject } from 'react';
import { Spinner } from '@renderer/ui/Spinner';
import { FailureMessage } from './FailureMessage';
import { LinkPreviewCard } from './LinkPreviewCard';
import type { PreviewControl } from './link-preview-state';
import { PasswordForm } from './PasswordForm';
import { PrintProgress } from './PrintProgress';
import { useReader } from './reader-store';
import styles from './pages-pane.module.css';
import './engine/pages.css';
import './engine/page-layer.css';
import './engine/page-colours.css';
import './engine/print-paper.css';

/** Props of {@link PagesPane}. */
export interface PagesPaneProps {
  /** The scrolling element; the engine fills it. */
  readonly containerRef: RefObject<HTMLDivElement | null>;
  /** Opens and closes the previews of links. */
  readonly preview: PreviewControl;
}

/** The pages, or in their place what hinders them from being shown. */
export function PagesPane({ containerRef, preview }: PagesPaneProps): ReactNode {
  const status = useReader((state) => state.status);
  const title = useReader((state) => state.title);
  const pageTheme = useReader((state) => state.pageTheme);
  const hasNoText = useReader((state) => state.hasText === false);

  return (
    <div className={styles['pane']} data-page-theme={pageTheme}>
      <div
        ref={containerRef}
        className={styles['scroller']}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region is reached with the keyboard
        tabIndex={0}
        role="group"
        aria-label={`Pages of ${title}`}
        aria-busy={status === 'opening'}
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
      <PrintProgress />
      <LinkPreviewCard control={preview} />
      {hasNoText && status === 'open' && (
        <div className={styles['notice']} role="status">
          No selectable text
        </div>
      )}
    </div>
  );
}
