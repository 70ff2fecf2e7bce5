import { createContext, use, type ReactNode } from 'react';
import { InnerLinksContext, isInnerUrl } from './inner-links';
import styles from './markdown.module.css';

/** Props of {@link MarkdownLink}. */
export interface MarkdownLinkProps {
  readonly url: string;
  readonly children: ReactNode;
}

/** What a press on an address does, for all links of one text. */
export const OnLink = createContext<((url: string) => void) | undefined>(undefined);

const opensOutside = /^(?:https?:|mailto:)/i;

/**
 * A link that hides nothing: its words, then where it goes. It never navigates by itself, and an address that is not
 * http, https or mailto is text, but for one inside the application.
 */
export function MarkdownLink({ url, children }: MarkdownLinkProps): ReactNode {
  const onLink = use(OnLink);
  const inner = use(InnerLinksContext);
  if (inner !== undefined && isInnerUrl(url)) {
    const state = inner.stateOf(url);
    if (state === 'here') {
      return (
        <button type="button" className={styles['address']} onClick={() => inner.show(url)}>
          {children}
        </button>
      );
    }
    if (state === 'gone') return <span className={styles['gone']}>{children} (note removed)</span>;
  }
  if (!opensOutside.test(url)) return <span>{children}</span>;
  const shown = url.replace(/^mailto:/i, '');
  const address = onLink ? (
    <button type="button" className={styles['address']} onClick={() => onLink(url)}>
      {shown}
    </button>
  ) : (
    <span className={styles['address']}>{shown}</span>
  );
  const words = typeof children === 'string' ? children : '';
  const isBare = [url, shown, url.replace(/^http:\/\//, '')].includes(words);
  return isBare ? (
    address
  ) : (
    <span>
      {children} ({address})
    </span>
  );
}
