/** Room between a floating card and what it belongs to, and to the window's edge, in pixels. */
const GAP_PX = 8;

/** A size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a card of a size stands beside a box: under it where there is room, else over it, never outside the window. */
export function toFloatingPlace(
  box: Pick<DOMRect, 'left' | 'top' | 'bottom' | 'width'>,
  card: Size,
  window: Size,
): { readonly left: number; readonly top: number } {
  const within = (wanted: number, length: number, room: number): number =>
    Math.max(GAP_PX, Math.min(wanted, room - length - GAP_PX));
  const under = box.bottom + GAP_PX;
  const over = box.top - card.height - GAP_PX;
  const isUnder = under + card.height + GAP_PX <= window.height || over < GAP_PX;
  return {
    left: within(box.left + box.width / 2 - card.width / 2, card.width, window.width),
    top: within(isUnder ? under : over, card.height, window.height),
  };
}
