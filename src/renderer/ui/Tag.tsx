import { X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import styles from './tag.module.css';

/** Props of {@link Tag}. */
export interface TagProps {
  readonly children: ReactNode;
  /** `strong` for the one that counts most among its neighbours. */
  readonly emphasis?: 'normal' | 'strong';
  readonly icon?: LucideIcon | undefined;
  /** The whole text, when what is shown is an abbreviation. */
  readonly title?: string | undefined;
  /** Makes the tag a button, for example to open what can be said about it. */
  readonly onPress?: (() => void) | undefined;
  /** Shows a remove button. */
  readonly onRemove?: (() => void) | undefined;
  /** The accessible name of the remove button: "Remove Emulators". Required in practice with `onRemove`. */
  readonly removeLabel?: string | undefined;
  readonly isDisabled?: boolean;
}

/** A short label that stands for something chosen. */
export function Tag({ children, emphasis = 'normal', icon: Icon, ...props }: TagProps): ReactNode {
  const words = (
    <>
      {Icon && <Icon aria-hidden />}
      <span className={styles['text']}>{children}</span>
    </>
  );
  return (
    <span
      className={cx(styles['tag'], styles[emphasis], props.onRemove && styles['removable'])}
      title={props.title}
    >
      {props.onPress ? (
        <button type="button" className={styles['press']} onClick={props.onPress} disabled={props.isDisabled}>
          {words}
        </button>
      ) : (
        <span className={styles['press']}>{words}</span>
      )}
      {props.onRemove && (
        <button
          type="button"
          className={styles['remove']}
          aria-label={props.removeLabel ?? 'Remove'}
          onClick={props.onRemove}
          disabled={props.isDisabled}
        >
          <X aria-hidden />
        </button>
      )}
    </span>
  );
}
