import katex from 'katex';
import 'katex/dist/katex.min.css';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { cx } from './cx';
import styles from './markdown.module.css';

/** Props of {@link Tex}. */
export interface TexProps {
  /** LaTeX source of one formula, without dollar signs. */
  readonly source: string;
  readonly isDisplay?: boolean;
}

/**
 * One formula. It is built through the DOM and never through an HTML string, trusts no command that could reach out
 * (\href, \includegraphics, \htmlStyle), and bounds expansion and size. A wrong formula shows its source, marked.
 */
export function Tex({ source, isDisplay = false }: TexProps): ReactNode {
  const place = useRef<HTMLSpanElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (!place.current) return;
    try {
      katex.render(source, place.current, {
        displayMode: isDisplay,
        trust: false,
        // Its own way of showing an error sets a style attribute, which the content security policy refuses.
        throwOnError: true,
        strict: 'ignore',
        maxExpand: 200,
        maxSize: 20,
      });
      setProblem(null);
    } catch (error) {
      place.current.textContent = source;
      setProblem(
        error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : 'Not a formula',
      );
    }
  }, [source, isDisplay]);
  return (
    <span
      ref={place}
      className={cx(isDisplay && styles['display'], problem !== null && styles['wrong'])}
      title={problem ?? undefined}
    />
  );
}
