import { createContext, use, type ReactNode } from 'react';
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
 * http, https or mailto is text.
 */
export function MarkdownLink({ url, children }: MarkdownLinkProps): ReactNode {
  const onLink = use(OnLink);
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
