import { describe, expect, it } from 'vitest';
import { FIRST_PLACE, toReaderPlace } from '@renderer/reader/reader-place';

describe('a kept place', () => {
  it('comes back whole after JSON', () => {
    const { point, view } = toReaderPlace(
      JSON.parse(
        '{"page":7,"top":512.34,"left":-10.5,"scale":1.37,"rotation":90,"scrollMode":"page","spreadMode":"even","pageTheme":"sepia","sidebar":"pages","split":{"page":11,"top":700,"left":0,"scale":"page-width"}}',
      ),
    );
    expect(point).toEqual({ page: 7, top: 512.34, left: -10.5 });
    expect(view).toEqual({
      scale: 1.37,
      rotation: 90,
      scrollMode: 'page',
      spreadMode: 'even',
      pageTheme: 'sepia',
      sidebar: 'pages',
      split: { page: 11, top: 700, left: 0, scale: 'page-width' },
    });
  });

  it.each([undefined, null, 'page 3', 42, [], {}])('opens at the top when %j was kept', (kept) => {
    expect(toReaderPlace(kept)).toEqual({ point: undefined, view: FIRST_PLACE });
  });

  it('repairs the parts that are damaged and keeps the others', () => {
    const { point, view } = toReaderPlace({
      page: 0,
      top: 1,
      left: 2,
      scale: 900,
      rotation: '90',
      pageTheme: 'dark',
    });
    expect(point).toBeUndefined();
    expect(view).toEqual({ ...FIRST_PLACE, pageTheme: 'dark' });
  });

  it('takes no second view that is nowhere, and repairs its zoom', () => {
    expect(toReaderPlace({ split: { page: 0, top: 1, left: 2 } }).view.split).toBeUndefined();
    expect(toReaderPlace({ split: 'below' }).view.split).toBeUndefined();
    const { split } = toReaderPlace({ split: { page: 3, top: 1, left: 2, scale: -4 } }).view;
    expect(split).toEqual({ page: 3, top: 1, left: 2, scale: 'page-width' });
  });

  it('takes no point with a part missing or not finite', () => {
    expect(toReaderPlace({ page: 2, top: 5 }).point).toBeUndefined();
    expect(toReaderPlace({ page: 2.5, top: 5, left: 0 }).point).toBeUndefined();
    expect(toReaderPlace({ page: 2, top: Number.NaN, left: 0 }).point).toBeUndefined();
  });
});
