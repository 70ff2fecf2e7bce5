import { describe, expect, it } from 'vitest';
import { toDestinationPage, toDestinationPoint } from '@renderer/reader/engine/destinations';

describe('a destination', () => {
  it.each([
    [[0, { name: 'XYZ' }, 72, 640, null], 72, 640],
    [[0, { name: 'FitH' }, 640], undefined, 640],
    [[0, { name: 'FitR' }, 10, 20, 300, 400], 10, 400],
    [[0, { name: 'Fit' }], undefined, undefined],
    [[0, { name: 'XYZ' }, null, 'top'], undefined, undefined],
    [[0], undefined, undefined],
  ])('tells as much of its point as it knows: %j', (explicit, left, top) => {
    expect(toDestinationPoint(explicit, 3)).toEqual({ pageNumber: 3, left, top });
  });

  it('names no page that the paper does not have', async () => {
    const paper = { numPages: 4, getPageIndex: () => Promise.reject(new Error('no such object')) } as never;
    expect(await toDestinationPage(paper, 3)).toBe(4);
    for (const target of [4, -1, 1.5, null, undefined, 'page', { num: 99, gen: 0 }]) {
      expect(await toDestinationPage(paper, target)).toBeUndefined();
    }
  });
});
