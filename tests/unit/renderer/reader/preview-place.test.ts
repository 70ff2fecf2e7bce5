import { describe, expect, it } from 'vitest';
import { toPreviewPlace } from '@renderer/reader/preview-place';

const pane = { width: 600, height: 400 };
const size = { width: 300, height: 150 };

describe('a preview', () => {
  it('stands under its link, in the middle of it', () => {
    expect(toPreviewPlace({ left: 280, top: 100, width: 40, height: 10 }, size, pane)).toEqual({
      left: 150,
      top: 116,
    });
  });

  it('stands over its link where there is no room under it', () => {
    const { top } = toPreviewPlace({ left: 280, top: 350, width: 40, height: 10 }, size, pane);
    expect(top + size.height).toBeLessThan(350);
  });

  it('never leaves the pane', () => {
    for (const left of [-50, 0, 590]) {
      for (const top of [-20, 0, 200, 395]) {
        const place = toPreviewPlace({ left, top, width: 20, height: 10 }, size, pane);
        expect(place.left).toBeGreaterThanOrEqual(0);
        expect(place.left + size.width).toBeLessThanOrEqual(pane.width);
        expect(place.top).toBeGreaterThanOrEqual(0);
        expect(place.top + size.height).toBeLessThanOrEqual(pane.height);
      }
    }
  });
});
