import { X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from '@renderer/ui/cx';
import { IconButton } from '@renderer/ui/IconButton';
import styles from './workspaces.module.css';

/** Props of {@link FormDrawer}. */
export interface FormDrawerProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What stands beside the page, over it where the window is narrow. It stays mounted, so nothing typed moves. */
export function FormDrawer({ title, isOpen, onClose, children }: FormDrawerProps): ReactNode {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes the drawer from anywhere inside it
    <aside
      aria-label={title}
      data-pane="form"
      className={cx(styles['drawer'], isOpen && styles['drawerOpen'])}
      inert={!isOpen}
      onKeyDown={onKeyDown}
    >
      <div className={styles['drawerHead']}>
        <span>{title}</span>
        <IconButton
          label={`Hide the ${title.toLowerCase()}`}
          icon={X}
          size="small"
          shortcut="Escape"
          onPress={onClose}
        />
      </div>
      {children}
    </aside>
  );
}
