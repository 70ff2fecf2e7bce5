import type { PaperNumber } from '../../model/ids';
import { CHART_WIDTH, type Chart, type Mark } from './chart';
import { findTicks, linearScale } from './scale';

/** A paper with two scores or more. */
export interface JudgedPaper {
  readonly number: PaperNumber;
  readonly title: string;
  readonly mean: number;
  /** The standard deviation of its scores. */
  readonly deviation: number;
}

/** How many of the papers that reviewers disagree on most are named. */
const NAMED = 5;

/** Each paper by its mean score and by how far its reviewers disagree. */
export function drawDisagreement(papers: readonly JudgedPaper[], scale: readonly number[]): Chart {
  const [left, right, top, bottom] = [44, CHART_WIDTH - 24, 16, 248];
  const ordered = papers.toSorted((a, b) => b.deviation - a.deviation || a.number - b.number);
  const most = Math.max(1, ordered[0]?.deviation ?? 1);
  const x = linearScale([Math.min(...scale), Math.max(...scale)], [left + 12, right - 12]);
  const y = linearScale([0, most], [bottom, top + 8]);
  const named = ordered.slice(0, NAMED).filter(({ deviation }) => deviation > 0);
  const marks: Mark[] = [
    ...findTicks(0, most, 4).flatMap((tick): readonly Mark[] => [
      { kind: 'line', tone: 'grid', x1: left, y1: y(tick), x2: right, y2: y(tick) },
      { kind: 'text', tone: 'faint', x: left - 8, y: y(tick) + 4, text: String(tick), anchor: 'end' },
    ]),
    ...scale.map((step): Mark => ({
      kind: 'text',
      tone: 'text',
      x: x(step),
      y: bottom + 18,
      text: String(step),
      anchor: 'middle',
    })),
    { kind: 'line', tone: 'axis', x1: left, y1: bottom, x2: right, y2: bottom },
    ...ordered.map(({ number, title, mean, deviation }): Mark => ({
      kind: 'dot',
      tone: 'point',
      x: x(mean),
      y: y(deviation),
      radius: 4,
      tip: `#${number} ${title}: mean ${mean.toFixed(2)}, standard deviation ${deviation.toFixed(2)}`,
    })),
    ...placeNames(
      named.map((paper) => ({ text: `#${paper.number}`, x: x(paper.mean), y: y(paper.deviation) })),
    ),
    { kind: 'text', tone: 'faint', x: right, y: bottom + 36, text: 'mean score', anchor: 'end' },
  ];
  return {
    id: 'disagreement',
    title: 'Where reviewers disagree',
    summary:
      papers.length === 0
        ? 'No paper has two scores yet.'
        : `Each point is a paper: its mean score to the right, the standard deviation of its scores upwards. Reviewers disagree most on ${named.map(({ number }) => `#${number}`).join(', ') || 'none'}.`,
    width: CHART_WIDTH,
    height: 292,
    marks: papers.length === 0 ? [] : marks,
    columns: ['Paper', 'Title', 'Mean', 'Standard deviation'],
    rows: ordered.map(({ number, title, mean, deviation }) => [
      String(number),
      title,
      mean.toFixed(2),
      deviation.toFixed(2),
    ]),
  };
}

/** Names beside their points, those of points in one place one under the other. */
function placeNames(
  names: readonly { readonly text: string; readonly x: number; readonly y: number }[],
): readonly Mark[] {
  const placed: { readonly x: number; readonly y: number }[] = [];
  return names.map(({ text, x, y }) => {
    let at = y + 4;
    while (placed.some((other) => Math.abs(other.x - x) < 36 && Math.abs(other.y - at) < 13)) at += 13;
    placed.push({ x, y: at });
    return { kind: 'text', tone: 'text', x: x + 8, y: at, text, anchor: 'start' };
  });
}
