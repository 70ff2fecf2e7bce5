import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { cx } from './cx';
import styles from './segmented.module.css';
import { Tooltip } from './Tooltip';

/** One choice of {@link Segmented}. */
export interface SegmentedOption<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** Shown instead of the label, which becomes the tooltip. */
  readonly icon?: LucideIcon | undefined;
  readonly shortcut?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** Props of {@link Segmented}. */
export interface SegmentedProps<Id extends string = string> {
  /** What is chosen, for assistive tools. */
  readonly label: string;
  readonly options: readonly SegmentedOption<Id>[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
  readonly size?: 'normal' | 'small';
}

/** One of a few ways to see something, all shown, exactly one in force. */
export function Segmented<Id extends string>({
  label,
  options,
  value,
  onChange,
  size,
}: SegmentedProps<Id>): ReactNode {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={cx(styles['segmented'], size === 'small' && styles['small'])}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id));
        if (chosen) onChange(chosen.id);
      }}
    >
      {options.map(({ icon: Icon, ...option }) => {
        const button = (
          <ToggleButton
            key={option.id}
            id={option.id}
            className={styles['segment'] ?? ''}
            isDisabled={option.isDisabled ?? false}
            {...(Icon ? { 'aria-label': option.label } : {})}
          >
            {Icon ? <Icon aria-hidden /> : option.label}
          </ToggleButton>
        );
        if (!Icon) return button;
        return (
          <Tooltip key={option.id} text={option.label} shortcut={option.shortcut}>
            {button}
          </Tooltip>
        );
      })}
    </ToggleButtonGroup>
  );
}
