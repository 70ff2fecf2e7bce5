import type { DecisionRow } from '@shared/contract/decision';
import type { DecisionKind } from '@shared/model/venue';
import { outcomeLabel } from '@shared/rules/decision-kinds';

/** Which papers a table of decisions shows: all, those that nobody decided, or those with one outcome. */
export type DecisionFilter = 'all' | 'undecided' | (string & {});

/**
 * What is decided about a paper: what I said, else what came in from other organizers. More than one while they disagree;
 * none while it is undecided.
 */
export function outcomesOf({ mine, savedAt, standing }: DecisionRow): readonly string[] {
  if (savedAt !== null) return mine.outcome === null ? [] : [mine.outcome];
  return [...new Set(standing.flatMap(({ content }) => content.outcome ?? []))];
}

/** Whether organizers disagree on a paper: decisions that left a machine and part. */
export function isContested({ standing }: DecisionRow): boolean {
  return new Set(standing.map(({ content }) => content.outcome)).size > 1;
}

/** How many papers have each outcome, by its id, and how many none. */
export function countOutcomes(rows: readonly DecisionRow[]): {
  readonly undecided: number;
  readonly byOutcome: ReadonlyMap<string, number>;
} {
  const byOutcome = new Map<string, number>();
  for (const outcome of rows.flatMap(outcomesOf)) byOutcome.set(outcome, (byOutcome.get(outcome) ?? 0) + 1);
  return { undecided: rows.filter((row) => outcomesOf(row).length === 0).length, byOutcome };
}

/**
 * The papers that pass a filter and hold every word of a query in number or title. The paper in hand stays, or it would
 * go in the moment in which it is decided.
 */
export function filterDecisions(
  rows: readonly DecisionRow[],
  filter: DecisionFilter,
  query: string,
  inHand: number | null,
): readonly DecisionRow[] {
  const words = query.toLocaleLowerCase('en').split(/\s+/u).filter(Boolean);
  return rows.filter((row) => {
    if (row.number === inHand) return true;
    const outcomes = outcomesOf(row);
    if (filter === 'undecided' && outcomes.length > 0) return false;
    if (filter !== 'all' && filter !== 'undecided' && !outcomes.includes(filter)) return false;
    const text = `#${row.number} ${row.title}`.toLocaleLowerCase('en');
    return words.every((word) => text.includes(word));
  });
}

/** What chairs recommend, in a few words: `Accept (oral)`, or `Reject, Accept (oral)` where they differ. */
export function recommendedText(row: DecisionRow, kinds: readonly DecisionKind[]): string {
  return [...new Set(row.recommendations.map(({ outcome }) => outcomeLabel(kinds, outcome)))].join(', ');
}
