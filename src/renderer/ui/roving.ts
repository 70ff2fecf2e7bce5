import type { KeyboardEvent } from 'react';

const cellControls = 'button, input, select, textarea, a[href], [contenteditable=true]';

/** Whether an event landed on a control inside a row, which then keeps it. */
export function isInControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest(cellControls) !== null;
}

/** Whether a key was pressed in a control inside the list rather than on the list itself. */
export function isFromInside(event: KeyboardEvent<HTMLElement>): boolean {
  return event.target !== event.currentTarget && isInControl(event.target);
}

/**
 * Where a movement key leads in a list of `count` rows: the new index, or null when the key is none. From nowhere (-1)
 * the arrows lead to the nearer end.
 */
export function nextIndex(
  event: KeyboardEvent,
  index: number,
  count: number,
  pageRows: number,
): number | null {
  if (count === 0 || event.ctrlKey || event.metaKey || event.altKey) return null;
  const last = count - 1;
  const within = (wanted: number): number => Math.min(last, Math.max(0, wanted));
  switch (event.key) {
    case 'ArrowDown':
      return within(index + 1);
    case 'ArrowUp':
      return index === -1 ? last : within(index - 1);
    case 'PageDown':
      return within(index + pageRows);
    case 'PageUp':
      return within(index - pageRows);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
