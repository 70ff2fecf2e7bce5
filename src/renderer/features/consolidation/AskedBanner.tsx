import type { ReactNode } from 'react';
import { Banner } from '@renderer/ui/Banner';
import styles from './reviews-panel.module.css';

/** Props of {@link AskedBanner}. */
export interface AskedBannerProps {
  readonly reviewerName: string;
  readonly text: string;
  /** Whether the clipboard took it. */
  readonly isCopied: boolean;
}

/** The question to a reviewer which version counts: on the clipboard, or here to be copied by hand. */
export function AskedBanner({ reviewerName, text, isCopied }: AskedBannerProps): ReactNode {
  if (isCopied) {
    return (
      <Banner tone="success" title={`A question to ${reviewerName} is on the clipboard`} isAnnounced>
        Paste it into a mail: Referee sends nothing. Both versions stay until you keep one, or until the
        reviewer settles it with a new export.
      </Banner>
    );
  }
  return (
    <Banner tone="warning" title="The clipboard took nothing: select this question and copy it" isAnnounced>
      <p className={styles['question']}>{text}</p>
    </Banner>
  );
}
