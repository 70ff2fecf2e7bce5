import type { Outcome, Verdict } from './pairs';

const words: Readonly<Record<Verdict, string>> = {
  within: 'within',
  over: 'OVER THE LIMIT',
  noisy: 'too noisy',
  told: '',
};

const columns = ['goal', 'what', 'app', 'yardstick', 'ratio', '(lowest - highest)', 'limit', 'spread', ''];

/** The outcomes as a table, a line each. */
export function toTable(outcomes: readonly Outcome[]): string {
  const rows = [columns, ...outcomes.map(toRow)];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) =>
          at < 2 || at === row.length - 1 ? cell.padEnd(width(at)) : cell.padStart(width(at)),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');

  function width(at: number): number {
    return widths[at] ?? 0;
  }
}

function toRow(outcome: Outcome): string[] {
  const { id, title, unit, app, yardstick, ratio, ratioLow, ratioHigh, limit, spread, verdict } = outcome;
  return [
    id,
    title,
    `${round(app)} ${unit}`,
    `${round(yardstick)} ${unit}`,
    `${ratio.toFixed(2)}x`,
    `(${ratioLow.toFixed(2)} - ${ratioHigh.toFixed(2)})`,
    limit === null ? '' : `${limit.toFixed(2)}x`,
    `${spread.toFixed(2)}x`,
    words[verdict],
  ];
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3);
}

/** The closing line: how many goals were met. */
export function toSum(outcomes: readonly Outcome[]): string {
  const count = (verdict: Verdict): number =>
    outcomes.filter((outcome) => outcome.verdict === verdict).length;
  const noisy = count('noisy');
  const advice = noisy > 0 ? `, ${noisy} too noisy to say (measure again when the machine is quiet)` : '';
  return `${count('within')} within, ${count('over')} over${advice}`;
}
