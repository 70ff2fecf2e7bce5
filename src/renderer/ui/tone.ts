import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from 'lucide-react';

/** What a message is: something to know, something done, something to watch, something wrong. */
export type Tone = 'info' | 'success' | 'warning' | 'danger';

/** The icon of each tone. */
export const toneIcons: Readonly<Record<Tone, LucideIcon>> = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
};
