import { CHART_WIDTH, type Chart, type Mark } from './chart';
import { findTicks, linearScale } from './scale';

/** How often each step of the overall scale was given. */
export function drawScores(scale: readonly number[], scores: readonly number[]): Chart {
  const steps = scale.toSorted((a, b) => a - b);
  const counts = steps.map((step) => scores.filter((score) => score === step).length);
  const most = Math.max(1, ...counts);
  const [left, right, top, bottom] = [44, CHART_WIDTH - 12, 16, 208];
  const y = linearScale([0, most], [bottom, top]);
  const slot = (right - left) / Math.max(1, steps.length);
  const mean = scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const x = linearScale([steps[0] ?? 0, steps.at(-1) ?? 1], [left + slot / 2, right - slot / 2]);
  const marks: Mark[] = [
    ...findTicks(0, most, 4)
      .filter(Number.isInteger)
      .flatMap((tick): readonly Mark[] => [
        { kind: 'line', tone: 'grid', x1: left, y1: y(tick), x2: right, y2: y(tick) },
        { kind: 'text', tone: 'faint', x: left - 8, y: y(tick) + 4, text: String(tick), anchor: 'end' },
      ]),
    ...steps.flatMap((step, index): readonly Mark[] => {
      const count = counts[index] ?? 0;
      return [
        {
          kind: 'rect',
          tone: 'main',
          x: x(step) - slot * 0.36,
          y: y(count),
          width: slot * 0.72,
          height: bottom - y(count),
          tip: `${count} of ${scores.length} scores are ${step}`,
        },
        { kind: 'text', tone: 'text', x: x(step), y: y(count) - 5, text: String(count), anchor: 'middle' },
        { kind: 'text', tone: 'text', x: x(step), y: bottom + 18, text: String(step), anchor: 'middle' },
      ];
    }),
    { kind: 'line', tone: 'axis', x1: left, y1: bottom, x2: right, y2: bottom },
    ...(mean === null
      ? []
      : ([
          {
            kind: 'line',
            tone: 'warning',
            x1: x(mean),
            y1: top - 6,
            x2: x(mean),
            y2: bottom,
            isDashed: true,
          },
          {
            kind: 'text',
            tone: 'text',
            x: x(mean) + 6,
            y: top + 2,
            text: `mean ${mean.toFixed(2)}`,
            anchor: 'start',
          },
        ] as const)),
  ];
  return {
    id: 'scores',
    title: 'How scores are spread',
    summary:
      mean === null
        ? 'No review that is ready has a score yet.'
        : `${scores.length} scores, mean ${mean.toFixed(2)}. The most frequent is ${steps[counts.indexOf(most)] ?? ''}, given ${most} times.`,
    width: CHART_WIDTH,
    height: 240,
    marks: mean === null ? [] : marks,
    columns: ['Score', 'Reviews'],
    rows: steps.map((step, index) => [String(step), String(counts[index] ?? 0)]),
  };
}
