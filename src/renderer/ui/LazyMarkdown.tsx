import { lazy, Suspense, type ReactNode } from 'react';
import type { MarkdownProps } from './Markdown';
import styles from './markdown.module.css';

const Loaded = lazy(async () => ({ default: (await import('./Markdown')).Markdown }));

/**
 * {@link Markdown} that is loaded when the first text is to be shown: with its formulas it is a third of the window's
 * code, and most starts need none of it. Until then the text stands there as it was written.
 */
export function LazyMarkdown(props: MarkdownProps): ReactNode {
  return (
    <Suspense fallback={<div className={styles['source']}>{props.text}</div>}>
      <Loaded {...props} />
    </Suspense>
  );
}
