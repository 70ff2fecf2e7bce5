import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Kbd } from './Kbd';
import styles from './tooltip.module.css';

/** Props of {@link Tooltip}. */
export interface TooltipProps {
  /** What it says: a few words, never the only place they are said. */
  readonly text: string;
  /** The shortcut of the same act, as in `Command.shortcut`. */
  readonly shortcut?: string | undefined;
  readonly placement?: 'top' | 'bottom' | 'start' | 'end';
  /** One focusable element that understands React Aria's contexts: a Button, IconButton or ToggleButton. */
  readonly children: ReactNode;
}

/** A few words about a control, shown on hover after a moment and on keyboard focus at once. */
export function Tooltip({ text, shortcut, placement = 'bottom', children }: TooltipProps): ReactNode {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className={styles['tooltip'] ?? ''} placement={placement} offset={6}>
        {text}
        {shortcut !== undefined && <Kbd shortcut={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
