import { describe, expect, it } from 'vitest';
import { toPreviewBox, type TextPiece } from '@renderer/reader/engine/preview-box';

const A4 = { width: 595, height: 842 };
const line = (left: number, top: number, width: number, text = 'words'): TextPiece => ({
  left,
  top,
  width,
  height: 10,
  text,
});
const column = (left: number, width: number, from = 60, to = 780): TextPiece[] =>
  Array.from({ length: Math.floor((to - from) / 12) }, (_, index) => line(left, from + index * 12, width));

describe('what is shown of where a link leads', () => {
  it('is the left column of two when the point is in it', () => {
    const box = toPreviewBox([...column(50, 240), ...column(310, 240)], { left: 50, top: 300 }, A4);
    expect(box.left).toBeLessThan(50);
    expect(box.left + box.width).toBeGreaterThanOrEqual(290);
    expect(box.left + box.width).toBeLessThan(310);
  });

  it('is the right column of two when the point is in it', () => {
    const box = toPreviewBox([...column(50, 240), ...column(310, 240)], { left: 310, top: 300 }, A4);
    expect(box.left).toBeGreaterThan(290);
    expect(box.left + box.width).toBeGreaterThanOrEqual(550);
  });

  it('is the whole line where there is one column', () => {
    const box = toPreviewBox(column(70, 450), { left: 70, top: 300 }, A4);
    expect(box.left).toBeLessThan(70);
    expect(box.left + box.width).toBeGreaterThanOrEqual(520);
  });

  it('is the whole line also where the text comes in words', () => {
    // Between the fourth and the fifth word of every line is the middle of the page.
    const words = column(70, 50).flatMap((piece) =>
      Array.from({ length: 9 }, (_, index) => ({ ...piece, left: 89 + index * 54, width: 46 })),
    );
    const box = toPreviewBox(words, { left: 89, top: 300 }, A4);
    expect(box.left + box.width).toBeGreaterThanOrEqual(560);
  });

  it('begins at the line of the point and not before', () => {
    const box = toPreviewBox(column(70, 450), { left: 70, top: 300 }, A4);
    expect(box.top).toBeGreaterThan(280);
    expect(box.top).toBeLessThanOrEqual(300);
    expect(box.height).toBeGreaterThan(80);
  });

  it('shows the figure over a caption that the point is at', () => {
    const pieces = [line(70, 500, 400, 'Figure 3: Coverage'), line(70, 512, 400), ...column(70, 450, 560)];
    const box = toPreviewBox(pieces, { left: 70, top: 498 }, A4);
    expect(box.top).toBeLessThan(300);
    expect(box.top + box.height).toBeGreaterThan(520);
  });

  it('shows a figure from its top to its caption when the point is at its top', () => {
    const pieces = [
      ...column(70, 450, 60, 200),
      line(70, 400, 400, 'Fig. 2. A result'),
      ...column(70, 450, 440),
    ];
    const box = toPreviewBox(pieces, { left: 70, top: 215 }, A4);
    expect(box.top).toBeGreaterThan(200);
    expect(box.top + box.height).toBeGreaterThan(430);
    expect(box.top + box.height).toBeLessThan(480);
  });

  it('stays on the page, whatever the point says', () => {
    for (const point of [
      { left: undefined, top: undefined },
      { left: -500, top: -90 },
      { left: 9_000, top: 9_000 },
    ]) {
      for (const pieces of [[], column(70, 450)]) {
        const box = toPreviewBox(pieces, point, A4);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.width).toBeGreaterThan(0);
        expect(box.left + box.width).toBeLessThanOrEqual(595);
        expect(box.height).toBeGreaterThan(0);
        expect(box.top).toBeLessThan(842);
      }
    }
  });
});
