import { memo, type ReactNode } from 'react';
import ReactMarkdown, { defaultUrlTransform, type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { cx } from './cx';
import { isInnerUrl } from './inner-links';
import { MarkdownLink, OnLink } from './MarkdownLink';
import styles from './markdown.module.css';
import { Tex } from './Tex';

/** Props of {@link Markdown}. */
export interface MarkdownProps {
  /** Markdown with tables, task lists and `$math$`. Raw HTML in it is shown as the text it is. */
  readonly text: string;
  /** Called with an http, https or mailto address when a person presses it. Without it, addresses are text. */
  readonly onLink?: ((url: string) => void) | undefined;
  /** `reading` sets it in the serif at reading size; `compact` in the interface's face. */
  readonly look?: 'reading' | 'compact';
}

const plugins = [remarkGfm, remarkMath];

// Besides what the library lets through, only addresses inside the application: they never reach the page as such.
const toSafeUrl = (url: string): string => (isInnerUrl(url) ? url : defaultUrlTransform(url));

// One set for all: a new component at each render would build every formula anew.
const components: Components = {
  a: ({ href, children }) => <MarkdownLink url={href ?? ''}>{children}</MarkdownLink>,
  img: ({ alt }) => <span className={styles['image']}>[image{alt ? `: ${alt}` : ''}, not shown]</span>,
  input: ({ checked }) => (
    <input
      type="checkbox"
      checked={checked ?? false}
      disabled
      readOnly
      aria-label={checked ? 'Done' : 'Not done'}
    />
  ),
  // A formula is a code element with a class; the pre around a display formula would only get in its way.
  code: ({ className, children }) => {
    if (!className?.includes('language-math')) return <code className={className}>{children}</code>;
    return (
      <Tex
        source={typeof children === 'string' ? children : ''}
        isDisplay={!className.includes('math-inline')}
      />
    );
  },
  pre: ({ node, children }) => {
    const code = node?.children[0];
    const names = code?.type === 'element' ? code.properties['className'] : undefined;
    const isMath = Array.isArray(names) && names.includes('language-math');
    return isMath ? <div className={styles['formula']}>{children}</div> : <pre>{children}</pre>;
  },
  table: ({ children }) => (
    <div className={styles['table']}>
      <table>{children}</table>
    </div>
  ),
};

/**
 * Rendered Markdown that can do nothing: no HTML, no images, no request, no navigation. The same text always gives the
 * same page, and it is rendered again only when the text changes.
 */
export const Markdown = memo(function Markdown({ text, onLink, look = 'reading' }: MarkdownProps): ReactNode {
  return (
    <div className={cx(styles['markdown'], styles[look])}>
      <OnLink value={onLink}>
        <ReactMarkdown remarkPlugins={plugins} components={components} urlTransform={toSafeUrl}>
          {text}
        </ReactMarkdown>
      </OnLink>
    </div>
  );
});
