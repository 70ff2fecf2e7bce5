import type { ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import styles from './popover.module.css';

/** Props of {@link Popover}. */
export interface PopoverProps {
  /** What it is, for assistive tools; shown as a heading with `isTitleShown`. */
  readonly title: string;
  readonly isTitleShown?: boolean;
  /** The Button or IconButton that opens it. */
  readonly trigger: ReactNode;
  /** Its content, or a function of what closes it. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?:
    'top' | 'bottom' | 'start' | 'end' | 'bottom start' | 'bottom end' | 'top start' | 'top end';
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

/** Content that floats beside what opened it, until Esc or a press elsewhere. */
export function Popover({ title, trigger, children, ...props }: PopoverProps): ReactNode {
  return (
    <DialogTrigger
      {...(props.isOpen === undefined ? {} : { isOpen: props.isOpen })}
      {...(props.onOpenChange === undefined ? {} : { onOpenChange: props.onOpenChange })}
    >
      {trigger}
      <AriaPopover
        className={styles['popover'] ?? ''}
        placement={props.placement ?? 'bottom start'}
        offset={4}
      >
        <AriaDialog aria-label={title} className={styles['body'] ?? ''}>
          {({ close }) => (
            <>
              {props.isTitleShown && <div className={styles['title']}>{title}</div>}
              {typeof children === 'function' ? children(close) : children}
            </>
          )}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
