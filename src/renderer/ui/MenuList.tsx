import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu as AriaMenu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Text } from 'react-aria-components/Text';
import { cx } from './cx';
import { Kbd } from './Kbd';
import type { MenuAction, MenuGroup } from './menu-item';
import styles from './options.module.css';

/** Props of {@link MenuList}. */
export interface MenuListProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
}

function menuItem(item: MenuAction): ReactNode {
  const Icon = item.isChecked ? Check : item.icon;
  return (
    <MenuItem
      key={item.id}
      id={item.id}
      textValue={item.title}
      isDisabled={item.isDisabled ?? false}
      onAction={item.run}
      className={cx(styles['option'], item.isDangerous && styles['dangerous'])}
    >
      {Icon && <Icon aria-hidden className={styles['mark']} />}
      <Text slot="label" className={styles['text'] ?? ''}>
        {item.title}
      </Text>
      {item.shortcut !== undefined && (
        <span className={styles['end']} aria-hidden>
          <Kbd shortcut={item.shortcut} />
        </span>
      )}
      {item.description !== undefined && (
        <Text slot="description" className={styles['more'] ?? ''}>
          {item.description}
        </Text>
      )}
    </MenuItem>
  );
}

/** The acts of a menu, inside whatever opened it. */
export function MenuList({ label, groups }: MenuListProps): ReactNode {
  return (
    <AriaMenu aria-label={label} className={styles['options'] ?? ''}>
      {groups.map((group) => (
        <MenuSection
          key={group.id}
          id={group.id}
          className={styles['group'] ?? ''}
          {...(group.title === undefined ? { 'aria-label': group.id } : {})}
        >
          {group.title !== undefined && <Header className={styles['heading'] ?? ''}>{group.title}</Header>}
          {group.items.map(menuItem)}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}
