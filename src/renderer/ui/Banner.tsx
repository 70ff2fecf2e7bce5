import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { cx } from './cx';
import { IconButton } from './IconButton';
import { toneIcons, type Tone } from './tone';

/** Props of {@link Banner}. */
export interface BannerProps {
  readonly tone: Tone;
  /** What it is about, in a few words. */
  readonly title: string;
  /** What it means and what to do. */
  readonly children?: ReactNode;
  /** The next step: a small Button. */
  readonly action?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
  /** Speak it at once when it appears. Danger does unless told otherwise. */
  readonly isAnnounced?: boolean;
}

/** A message in the place it is about, until it no longer holds. */
export function Banner({ tone, title, children, action, onDismiss, ...props }: BannerProps): ReactNode {
  const Icon = toneIcons[tone];
  const isAnnounced = props.isAnnounced ?? tone === 'danger';
  return (
    <div className={cx(styles['banner'], styles[tone])} {...(isAnnounced ? { role: 'alert' } : {})}>
      <Icon aria-hidden className={styles['icon']} />
      <div className={styles['middle']}>
        <div className={styles['words']}>
          <div className={styles['title']}>{title}</div>
          {children != null && <div className={styles['text']}>{children}</div>}
        </div>
        {action != null && <div className={styles['action']}>{action}</div>}
      </div>
      {onDismiss && <IconButton label="Dismiss" icon={X} size="small" onPress={onDismiss} />}
    </div>
  );
}
