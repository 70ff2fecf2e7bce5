import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import styles from './button.module.css';
import { cx } from './cx';
import { Spinner } from './Spinner';

/** How much a button asks for attention: one `primary` a view; `danger` only where something is lost. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

/** Props of {@link Button}. */
export interface ButtonProps {
  /** What happens, as a verb: "Export 3 reviews". */
  readonly children: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly kind?: ButtonKind;
  readonly size?: 'normal' | 'small';
  readonly icon?: LucideIcon | undefined;
  readonly isDisabled?: boolean;
  /** The act is under way: shows a spinner and takes no further press, but keeps the focus. */
  readonly isPending?: boolean;
  readonly isFullWidth?: boolean;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
  /** The accessible name, when the visible text alone does not say enough. */
  readonly ariaLabel?: string | undefined;
  readonly ariaDescribedBy?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A push button with words on it. */
export function Button({
  kind = 'secondary',
  size = 'normal',
  icon: Icon,
  ...props
}: ButtonProps): ReactNode {
  return (
    <AriaButton
      className={cx(
        styles['button'],
        styles[kind],
        size === 'small' && styles['small'],
        props.isFullWidth && styles['full'],
      )}
      type={props.type ?? 'button'}
      isDisabled={props.isDisabled ?? false}
      isPending={props.isPending ?? false}
      {...(props.autoFocus === undefined ? {} : { autoFocus: props.autoFocus })}
      {...(props.onPress === undefined ? {} : { onPress: props.onPress })}
      {...(props.ariaLabel === undefined ? {} : { 'aria-label': props.ariaLabel })}
      {...(props.ariaDescribedBy === undefined ? {} : { 'aria-describedby': props.ariaDescribedBy })}
      {...(props.ref === undefined ? {} : { ref: props.ref })}
    >
      {props.isPending ? <Spinner label="Working" /> : Icon && <Icon aria-hidden />}
      {props.children}
    </AriaButton>
  );
}
