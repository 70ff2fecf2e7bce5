import type { DayDate, Instant } from '../../model/time';
import { aoeInstantMs } from '../deadlines';
import { CHART_WIDTH, type Chart, type Mark } from './chart';
import { findTicks, linearScale } from './scale';

const DAY_MS = 86_400_000;

/** What progress is drawn from. */
export interface Progress {
  /** When each review that came in was written, as its newest version says. */
  readonly writtenAt: readonly Instant[];
  readonly expected: number;
  /** The last day on which a review is due; null when there is none. */
  readonly due: DayDate | null;
  readonly nowMs: number;
}

/** How the reviews came in, day by day Anywhere on Earth, against how many are expected and by when. */
export function drawProgress({ writtenAt, expected, due, nowMs }: Progress): Chart {
  const times = writtenAt.map((at) => Date.parse(at)).toSorted((a, b) => a - b);
  const [left, right, top, bottom] = [44, CHART_WIDTH - 24, 24, 224];
  const dueMs = due === null ? null : aoeInstantMs(due);
  const first = Math.min(times[0] ?? nowMs, nowMs, dueMs ?? nowMs) - DAY_MS;
  const last = Math.max(times.at(-1) ?? nowMs, nowMs, dueMs ?? nowMs) + DAY_MS / 2;
  const most = Math.max(1, expected, times.length);
  const x = linearScale([first, last], [left, right]);
  const y = linearScale([0, most], [bottom, top]);
  const steps = times.flatMap((time, index): readonly (readonly [number, number])[] => [
    [x(time), y(index)],
    [x(time), y(index + 1)],
  ]);
  const days = findDays(first, last);
  const marks: Mark[] = [
    ...findTicks(0, most, 4)
      .filter(Number.isInteger)
      .flatMap((tick): readonly Mark[] => [
        { kind: 'line', tone: 'grid', x1: left, y1: y(tick), x2: right, y2: y(tick) },
        { kind: 'text', tone: 'faint', x: left - 8, y: y(tick) + 4, text: String(tick), anchor: 'end' },
      ]),
    ...days.map((day): Mark => ({
      kind: 'text',
      tone: 'text',
      x: x(day),
      y: bottom + 18,
      text: dayWords(day),
      anchor: 'middle',
    })),
    { kind: 'line', tone: 'axis', x1: left, y1: bottom, x2: right, y2: bottom },
    { kind: 'line', tone: 'soft', x1: left, y1: y(expected), x2: right, y2: y(expected), isDashed: true },
    {
      kind: 'text',
      tone: 'faint',
      x: left + 4,
      y: y(expected) - 5,
      text: `${expected} expected`,
      anchor: 'start',
    },
    {
      kind: 'path',
      tone: 'main',
      points: [[left, y(0)], ...steps, [x(Math.min(nowMs, last)), y(times.length)]],
    },
    ...(dueMs === null
      ? []
      : ([
          {
            kind: 'line',
            tone: 'warning',
            x1: x(dueMs),
            y1: top - 8,
            x2: x(dueMs),
            y2: bottom,
            isDashed: true,
          },
          { kind: 'text', tone: 'text', x: x(dueMs) - 6, y: top - 10, text: 'deadline', anchor: 'end' },
        ] as const)),
  ];
  const late = dueMs === null ? 0 : times.filter((time) => time > dueMs + 60_000).length;
  return {
    id: 'progress',
    title: 'How reviews came in',
    summary: `${times.length} of ${expected} reviews are in${late > 0 ? `, ${late} of them written after the last deadline` : ''}. By when they were written, as their reviewers say.`,
    width: CHART_WIDTH,
    height: 256,
    marks: expected === 0 && times.length === 0 ? [] : marks,
    columns: ['Day (AoE)', 'Reviews written', 'In all'],
    rows: countByDay(times),
  };
}

/** Noons of some days between two instants, as many as have room. */
function findDays(first: number, last: number): readonly number[] {
  const start = Math.ceil(first / DAY_MS) * DAY_MS;
  const count = Math.floor((last - start) / DAY_MS) + 1;
  const step = Math.max(1, Math.ceil(count / 8));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => start + index * step * DAY_MS);
}

function dayWords(timeMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(timeMs);
}

function countByDay(times: readonly number[]): readonly (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const time of times) {
    // Anywhere on Earth is twelve hours behind UTC.
    const day = new Date(time - DAY_MS / 2).toISOString().slice(0, 10);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  let all = 0;
  return [...counts].map(([day, count]) => {
    all += count;
    return [day, String(count), String(all)];
  });
}
