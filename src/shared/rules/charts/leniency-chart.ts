import { CHART_WIDTH, type Chart, type Mark } from './chart';
import { findTicks, linearScale, shorten } from './scale';

/** A reviewer's offset with its interval, in units of the scale. */
export interface LenientReviewer {
  readonly name: string;
  readonly offset: number;
  readonly low: number;
  readonly high: number;
  readonly scoreCount: number;
}

const ROW = 22;

/** How strict or kind each reviewer is, strictest first; or why that cannot be told. */
export function drawLeniency(reviewers: readonly LenientReviewer[], refusal: string | null): Chart {
  const ordered = reviewers.toSorted((a, b) => a.offset - b.offset || (a.name < b.name ? -1 : 1));
  const [left, right, top] = [184, CHART_WIDTH - 64, 28];
  const bottom = top + ordered.length * ROW;
  const most = Math.max(0.5, ...ordered.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const x = linearScale([-most, most], [left, right]);
  const marks: Mark[] = [
    ...findTicks(-most, most, 6).flatMap((tick): readonly Mark[] => [
      { kind: 'line', tone: 'grid', x1: x(tick), y1: top, x2: x(tick), y2: bottom },
      { kind: 'text', tone: 'faint', x: x(tick), y: bottom + 16, text: signed(tick, 1), anchor: 'middle' },
    ]),
    { kind: 'line', tone: 'axis', x1: x(0), y1: top - 4, x2: x(0), y2: bottom },
    { kind: 'text', tone: 'faint', x: left, y: 15, text: 'stricter', anchor: 'start' },
    { kind: 'text', tone: 'faint', x: right, y: 15, text: 'kinder', anchor: 'end' },
    ...ordered.flatMap(({ name, offset, low, high, scoreCount }, index): readonly Mark[] => {
      const y = top + index * ROW + ROW / 2;
      const tip = `${name}: ${signed(offset, 2)} (${signed(low, 2)} to ${signed(high, 2)}), ${scoreCount} scores`;
      const tone = low > 0 || high < 0 ? 'warning' : 'main';
      return [
        { kind: 'text', tone: 'text', x: left - 10, y: y + 4, text: shorten(name, 23), anchor: 'end' },
        { kind: 'line', tone, x1: x(low), y1: y, x2: x(high), y2: y, tip },
        { kind: 'dot', tone, x: x(offset), y, radius: 4, tip },
        { kind: 'text', tone: 'text', x: CHART_WIDTH - 12, y: y + 4, text: signed(offset, 2), anchor: 'end' },
      ];
    }),
  ];
  const sure = ordered.filter(({ low, high }) => low > 0 || high < 0);
  return {
    id: 'leniency',
    title: 'How strict and how kind reviewers are',
    summary:
      refusal ??
      `How far each reviewer scores from the average reviewer, with the interval that holds it nine times in ten. ${sure.length === 0 ? 'Nobody is surely stricter or kinder than the others.' : `Surely apart from zero: ${sure.map(({ name }) => name).join(', ')}.`}`,
    width: CHART_WIDTH,
    height: bottom + 28,
    marks: refusal === null ? marks : [],
    columns: ['Reviewer', 'Offset', 'From', 'To', 'Scores'],
    rows: ordered.map(({ name, offset, low, high, scoreCount }) => [
      name,
      signed(offset, 2),
      signed(low, 2),
      signed(high, 2),
      String(scoreCount),
    ]),
  };
}

/** `+0.52`, `−1.00`, `0.0`, with a true minus sign. */
function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}
