import { describe, expect, it } from 'vitest';
import type { PaperNumber } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { CHART_WIDTH, type Chart } from '@shared/rules/charts/chart';
import { drawDisagreement } from '@shared/rules/charts/disagreement-chart';
import { drawLeniency } from '@shared/rules/charts/leniency-chart';
import { drawProgress } from '@shared/rules/charts/progress-chart';
import { findTicks, linearScale, shorten } from '@shared/rules/charts/scale';
import { drawScores } from '@shared/rules/charts/score-chart';
import { drawTopics } from '@shared/rules/charts/topic-chart';

const scale = [1, 2, 3, 4, 5, 6];
const reviewer = { name: 'Ada <b>Lind</b> & Co', offset: -1, low: -1.5, high: -0.5, scoreCount: 4 };
const nowMs = Date.parse('2026-05-10T09:00:00Z');
const at = (text: string): Instant => text as Instant;

const full: readonly Chart[] = [
  drawScores(scale, [1, 4, 4, 6]),
  drawDisagreement(
    [
      { number: 7 as PaperNumber, title: 'Ocean', mean: 3.5, deviation: 2.1 },
      { number: 12 as PaperNumber, title: 'Beamline', mean: 3.5, deviation: 2.1 },
    ],
    scale,
  ),
  drawTopics([
    { title: 'SBI', declared: 3, agreed: 2, mean: 4.25 },
    { title: 'A topic with a very long name indeed', declared: 0, agreed: 0, mean: null },
  ]),
  drawLeniency([reviewer, { name: 'Bo', offset: 0.2, low: -0.3, high: 0.7, scoreCount: 3 }], null),
  drawProgress({
    writtenAt: [at('2026-05-09T13:00:00Z'), at('2026-05-09T11:00:00Z')],
    expected: 4,
    due: '2026-05-13' as never,
    nowMs,
  }),
];

const empty: readonly Chart[] = [
  drawScores(scale, []),
  drawDisagreement([], scale),
  drawTopics([]),
  drawLeniency([], 'This cannot be told yet.'),
  drawProgress({ writtenAt: [], expected: 0, due: null, nowMs }),
];

function xOf(chart: Chart, kind: 'dot'): readonly number[] {
  return chart.marks.flatMap((mark) => (mark.kind === kind ? mark.x : []));
}

describe('every chart', () => {
  // Bug caught: a mark without a place (NaN, an infinite scale), or one that is drawn outside of the picture.
  it.each(full.map((chart) => [chart.id, chart] as const))('keeps its marks inside: %s', (_, chart) => {
    expect(chart.marks.length).toBeGreaterThan(0);
    for (const mark of chart.marks) {
      const places =
        mark.kind === 'path'
          ? mark.points
          : mark.kind === 'line'
            ? [[mark.x1, mark.y1] as const, [mark.x2, mark.y2] as const]
            : [[mark.x, mark.y] as const];
      for (const [x, y] of places) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(CHART_WIDTH);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(chart.height);
      }
    }
  });

  it.each(full.map((chart) => [chart.id, chart] as const))('tells its figures as a table: %s', (_, chart) => {
    expect(chart.rows.length).toBeGreaterThan(0);
    for (const row of chart.rows) expect(row).toHaveLength(chart.columns.length);
  });

  it.each(empty.map((chart) => [chart.id, chart] as const))(
    'draws nothing of nothing, and says so: %s',
    (_, chart) => {
      expect(chart.marks).toEqual([]);
      expect(chart.summary).not.toMatch(/NaN|undefined|Infinity/);
    },
  );
});

it('draws the reviewers from the strictest to the kindest, and marks who is surely apart', () => {
  const chart = full[3] as Chart;
  const [strict, kind] = xOf(chart, 'dot');
  expect(strict).toBeLessThan(kind ?? 0);
  expect(chart.summary).toContain('Surely apart from zero: Ada');
  expect(chart.rows[0]).toEqual([reviewer.name, '−1.00', '−1.50', '−0.50', '4']);
});

// Bug caught: days cut at midnight UTC, while every deadline of the venue is Anywhere on Earth.
it('counts the days of progress Anywhere on Earth', () => {
  expect((full[4] as Chart).rows).toEqual([
    ['2026-05-08', '1', '1'],
    ['2026-05-09', '1', '2'],
  ]);
});

it('names a topic that no paper is about', () => {
  expect((full[2] as Chart).summary).toContain('No paper is about A topic with a very long name indeed.');
});

describe('scales', () => {
  it('put values where they belong, and an empty range in the middle', () => {
    expect([0, 5, 10].map(linearScale([0, 10], [100, 200]))).toEqual([100, 150, 200]);
    expect(linearScale([3, 3], [0, 10])(3)).toBe(5);
  });

  it('have round ticks within their range', () => {
    expect(findTicks(0, 9, 4)).toEqual([0, 5]);
    expect(findTicks(-1.2, 1.2, 6)).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(findTicks(2, 2, 4)).toEqual([2]);
  });

  it('shorten a name by whole characters', () => {
    expect(shorten('🦉🦉🦉', 3)).toBe('🦉🦉🦉');
    expect(shorten('🦉🦉🦉🦉', 3)).toBe('🦉🦉…');
  });
});
