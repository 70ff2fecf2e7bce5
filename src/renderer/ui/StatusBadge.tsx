import {
  Ban,
  CheckCheck,
  Circle,
  CircleCheck,
  CircleDotDashed,
  RefreshCw,
  ShieldAlert,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { cx } from './cx';

/** Where something stands: not begun, under way, ready, done, done but changed since, wrong, refused, or not to be done by this one. */
export type StatusKind =
  'neutral' | 'progress' | 'ready' | 'done' | 'changed' | 'problem' | 'refused' | 'barred';

/** The icon of each kind; every kind has its own shape, so colour is never the only sign. */
const statusIcons: Readonly<Record<StatusKind, LucideIcon>> = {
  neutral: Circle,
  progress: CircleDotDashed,
  ready: CircleCheck,
  done: CheckCheck,
  changed: RefreshCw,
  problem: TriangleAlert,
  refused: Ban,
  barred: ShieldAlert,
};

/** Props of {@link StatusBadge}. */
export interface StatusBadgeProps {
  readonly kind: StatusKind;
  /** The status in a word or two: "Draft". */
  readonly children: string;
  /** Shows the icon only; the word becomes its name and its title. */
  readonly isCompact?: boolean;
}

/** A status: an icon and a word, in the colour of its kind. */
export function StatusBadge({ kind, children, isCompact = false }: StatusBadgeProps): ReactNode {
  const Icon = statusIcons[kind];
  if (isCompact) {
    return (
      <span className={cx(styles['status'], styles[kind])} title={children}>
        <Icon role="img" aria-label={children} />
      </span>
    );
  }
  return (
    <span className={cx(styles['status'], styles[kind])}>
      <Icon aria-hidden />
      {children}
    </span>
  );
}
