import { describe, expect, it } from 'vitest';
import type { PageMark } from '@renderer/reader/engine/mark';
import { createMarks } from '@renderer/reader/engine/overlay-batch';

const quad = [10, 20, 30, 20, 10, 12, 30, 12];
const markOf = (at: number): PageMark => ({
  id: `a-${at}`,
  kind: at % 2 === 0 ? 'highlight' : 'underline',
  tone: at % 3 === 0 ? 'error' : 'minor',
  hasComment: at % 4 === 0,
  pages: [{ page: 1, quads: [quad] }],
});
const make = (count: number) => Array.from({ length: count }, (_, at) => markOf(at));

describe('the marks of a page', () => {
  it('are elements of their own while they are few', () => {
    const elements = createMarks(make(5), 1, 'a-2');
    expect(elements.map((one) => one.dataset['mark'])).toEqual(['a-0', 'a-1', 'a-2', 'a-3', 'a-4']);
    expect(elements[2]?.querySelector('.flash')).not.toBeNull();
  });

  it('are drawn by shape and colour when they are many, none left out, and the one that stands out alone', () => {
    const elements = createMarks(make(1000), 1, 'a-7');
    expect(elements).toHaveLength(5);
    const drawn = elements.slice(0, 4);
    expect(drawn.reduce((sum, one) => sum + Number(one.dataset['marks']), 0)).toBe(1000);
    const count = (name: string) =>
      drawn
        .flatMap((one) => [...one.querySelectorAll(name)])
        .reduce((sum, path) => sum + (path.getAttribute('d')?.match(/M/g)?.length ?? 0), 0);
    expect([count('.fill'), count('.edge'), count('.dot')]).toEqual([500, 500, 250]);
    expect(elements.at(-1)?.dataset['mark']).toBe('a-7');
  });
});
