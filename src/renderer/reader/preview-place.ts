/** A rectangle in pixels of one common origin. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room between the link and its preview, and between the preview and the pane's edge. */
const GAP_PX = 6;

/** Where a preview of a size stands in the pane: under its link where there is room, else over it, never outside. */
export function toPreviewPlace(
  link: PixelBox,
  size: { readonly width: number; readonly height: number },
  pane: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const within = (wanted: number, length: number, room: number): number =>
    Math.max(GAP_PX, Math.min(wanted, room - length - GAP_PX));
  const under = link.top + link.height + GAP_PX;
  const over = link.top - size.height - GAP_PX;
  const isUnder = under + size.height + GAP_PX <= pane.height || over < GAP_PX;
  return {
    left: within(link.left + link.width / 2 - size.width / 2, size.width, pane.width),
    top: within(isUnder ? under : over, size.height, pane.height),
  };
}
