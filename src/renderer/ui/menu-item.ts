import type { LucideIcon } from 'lucide-react';

/** One act in a menu. */
export interface MenuAction {
  readonly id: string;
  readonly title: string;
  readonly run: () => void;
  readonly icon?: LucideIcon | undefined;
  /** Shown at the end of the row, as in `Command.shortcut`. It does not bind the key. */
  readonly shortcut?: string | undefined;
  /** A second line. */
  readonly description?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Whether the act is a switch that is on; leave it out for plain acts. */
  readonly isChecked?: boolean | undefined;
  /** Something is lost by it. */
  readonly isDangerous?: boolean | undefined;
}

/** Acts that belong together, divided from the others by a line, with a heading when there is a title. */
export interface MenuGroup {
  readonly id: string;
  readonly title?: string | undefined;
  readonly items: readonly MenuAction[];
}
