import type { ReactNode } from 'react';
import styles from './kbd.module.css';
import { shortcutKeys } from './shortcut';

/** Props of {@link Kbd}. */
export interface KbdProps {
  /** As in `Command.shortcut`: `Mod+Shift+E`. */
  readonly shortcut: string;
}

/** A shortcut, written the way this platform writes it. */
export function Kbd({ shortcut }: KbdProps): ReactNode {
  return (
    <kbd className={styles['kbd']}>
      {shortcutKeys(shortcut).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </kbd>
  );
}
