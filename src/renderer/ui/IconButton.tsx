import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import styles from './button.module.css';
import type { ButtonKind } from './Button';
import { cx } from './cx';
import { Tooltip } from './Tooltip';

/** Props of {@link IconButton}. */
export interface IconButtonProps {
  /** What happens, as words: the accessible name and the tooltip. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onPress?: (() => void) | undefined;
  /** Shown in the tooltip, as in `Command.shortcut`. It does not bind the key: a command does. */
  readonly shortcut?: string | undefined;
  readonly kind?: ButtonKind;
  readonly size?: 'normal' | 'small';
  readonly isDisabled?: boolean;
  readonly placement?: 'top' | 'bottom' | 'start' | 'end';
  /** Whether what it opens is open; said to assistive tools as expanded or collapsed. */
  readonly isExpanded?: boolean;
  /** Whether what it switches is on; makes it a toggle. */
  readonly isPressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with an icon only. Its words are in the tooltip, with the shortcut, and always in the accessible name. */
export function IconButton({
  kind = 'quiet',
  size = 'normal',
  icon: Icon,
  ...props
}: IconButtonProps): ReactNode {
  return (
    <Tooltip text={props.label} shortcut={props.shortcut} placement={props.placement ?? 'bottom'}>
      <AriaButton
        className={cx(styles['button'], styles['icon'], styles[kind], size === 'small' && styles['small'])}
        aria-label={props.label}
        isDisabled={props.isDisabled ?? false}
        {...(props.isExpanded === undefined ? {} : { 'aria-expanded': props.isExpanded })}
        {...(props.isPressed === undefined ? {} : { 'aria-pressed': props.isPressed })}
        {...(props.onPress === undefined ? {} : { onPress: props.onPress })}
        {...(props.ref === undefined ? {} : { ref: props.ref })}
      >
        <Icon aria-hidden />
      </AriaButton>
    </Tooltip>
  );
}
