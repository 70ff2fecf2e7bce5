import { ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { MenuTrigger } from 'react-aria-components/Menu';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import buttonStyles from './button.module.css';
import type { ButtonKind } from './Button';
import { cx } from './cx';
import { IconButton } from './IconButton';
import type { MenuAction, MenuGroup } from './menu-item';
import { MenuList } from './MenuList';
import popoverStyles from './popover.module.css';

/** Props of {@link MenuButton}. */
export interface MenuButtonProps {
  readonly label: string;
  /** Acts, plain or in groups. */
  readonly items?: readonly MenuAction[];
  readonly groups?: readonly MenuGroup[];
  /** With an icon only the icon is shown, and the label is its tooltip. */
  readonly icon?: LucideIcon | undefined;
  readonly kind?: ButtonKind;
  readonly size?: 'normal' | 'small';
  readonly isDisabled?: boolean;
}

/** A button that opens a menu. */
export function MenuButton({
  label,
  items,
  groups,
  icon,
  kind = 'quiet',
  size = 'normal',
  ...props
}: MenuButtonProps): ReactNode {
  const isDisabled = props.isDisabled ?? false;
  return (
    <MenuTrigger>
      {icon ? (
        <IconButton label={label} icon={icon} kind={kind} size={size} isDisabled={isDisabled} />
      ) : (
        <AriaButton
          isDisabled={isDisabled}
          className={cx(
            buttonStyles['button'],
            buttonStyles[kind],
            size === 'small' && buttonStyles['small'],
          )}
        >
          {label}
          <ChevronDown aria-hidden />
        </AriaButton>
      )}
      <AriaPopover className={popoverStyles['popover'] ?? ''} offset={4} placement="bottom start">
        <MenuList label={label} groups={groups ?? [{ id: label, items: items ?? [] }]} />
      </AriaPopover>
    </MenuTrigger>
  );
}
