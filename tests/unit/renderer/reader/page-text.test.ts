import { afterEach, describe, expect, it } from 'vitest';
import { textOf, toQuote } from '@renderer/reader/engine/page-text';

afterEach(() => document.body.replaceChildren());

/** A text layer as pdf.js makes it: a span a piece, a break after each line. */
function makeLayer(lines: readonly string[]): HTMLElement {
  const layer = document.createElement('div');
  for (const line of lines) {
    const span = document.createElement('span');
    span.textContent = line;
    layer.append(span, document.createElement('br'));
  }
  document.body.append(layer);
  return layer;
}

/** A range from one letter to another: [line, offset] each. */
function rangeIn(layer: HTMLElement, from: readonly [number, number], to: readonly [number, number]): Range {
  const nodes = [...layer.querySelectorAll('span')].map((span) => span.firstChild as Text);
  const range = document.createRange();
  range.setStart(nodes[from[0]] as Text, from[1]);
  range.setEnd(nodes[to[0]] as Text, to[1]);
  return range;
}

describe('toQuote', () => {
  const lines = [
    'We assume that the noise is',
    'known and con-',
    'stant over all of the runs that',
    'we made.',
  ];

  it('joins lines and broken words, and takes what stands before and after', () => {
    const layer = makeLayer(lines);
    const range = rangeIn(layer, [0, 15], [2, 5]);
    expect(toQuote([{ layer, range }])).toEqual({
      exact: 'the noise is known and constant',
      prefix: 'We assume that',
      suffix: 'over all of the runs that we mad',
    });
  });

  it('reads over a page break', () => {
    const [first, second] = [makeLayer(['It ends with an exam-']), makeLayer(['ple here.', 'Next.'])];
    const quote = toQuote([
      { layer: first, range: rangeIn(first, [0, 8], [0, 21]) },
      { layer: second, range: rangeIn(second, [0, 0], [0, 8]) },
    ]);
    expect(quote?.exact).toBe('with an example here');
    expect(quote?.prefix).toBe('It ends');
    expect(quote?.suffix).toBe('. Next.');
  });

  it('keeps at most 32 characters on each side', () => {
    const layer = makeLayer(['x'.repeat(100), 'here', 'y'.repeat(100)]);
    const quote = toQuote([{ layer, range: rangeIn(layer, [1, 0], [1, 4]) }]);
    expect([quote?.prefix.length, quote?.suffix.length]).toEqual([32, 32]);
  });

  it('is null where no letters are selected', () => {
    const layer = makeLayer(['   ']);
    expect(toQuote([{ layer, range: rangeIn(layer, [0, 0], [0, 3]) }])).toBeNull();
  });
});

it('reads a range within one piece', () => {
  const layer = makeLayer(['only this word']);
  expect(textOf(rangeIn(layer, [0, 5], [0, 9]))).toBe('this');
});
