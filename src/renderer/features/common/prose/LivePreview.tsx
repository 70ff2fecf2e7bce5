import { useDeferredValue, useRef, type ReactNode } from 'react';
import { LazyMarkdown } from '@renderer/ui/LazyMarkdown';
import { useIsPreviewLive } from './live-preview';
import styles from './prose.module.css';

/** Props of {@link LivePreview}. */
export interface LivePreviewProps {
  readonly label: string;
  readonly text: string;
}

/** A text as it will read, beside its source and following it; nothing where that is not wanted. */
export function LivePreview({ label, text }: LivePreviewProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const isShown = useIsPreviewLive(root);
  const shown = useDeferredValue(text);
  return (
    <div ref={root} hidden={!isShown}>
      {isShown && (
        <div
          role="group"
          className={styles['live']}
          aria-label={`${label}, as it will read`}
          data-live-preview
        >
          <LazyMarkdown text={shown} />
        </div>
      )}
    </div>
  );
}
