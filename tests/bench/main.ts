import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measureAssignment } from './g21-g23-assignment';
import { measureSearch } from './g11-search';
import { measureKeystroke } from './g12-keystroke';
import { measurePainted } from './g13-painted';
import { measureAutosave } from './g14-autosave';
import { measureOneBundle } from './g15-g16-one-bundle';
import { measureSealed } from './g17-encryption';
import { measureImportOfPapers } from './g18-import-papers';
import { measureImportOfReviews } from './g19-import-reviews';
import { measureStart } from './g1-g4-start';
import { measureTypingWhileImporting } from './g20-import-while-typing';
import { measureBatch } from './g26-batch';
import { measureBackup } from './g28-backup';
import { measureOpening } from './g6-g7-open-paper';
import type { Bench } from './harness/context';
import { judge, type Outcome } from './harness/pairs';
import { toSum, toTable } from './harness/report';

/** Every bench by the goals that it measures. */
const benches: readonly { readonly goals: readonly string[]; readonly measure: Bench }[] = [
  { goals: ['g1', 'g4'], measure: measureStart },
  { goals: ['g6', 'g7'], measure: measureOpening },
  { goals: ['g11'], measure: measureSearch },
  { goals: ['g12'], measure: measureKeystroke },
  { goals: ['g13'], measure: measurePainted },
  { goals: ['g14'], measure: measureAutosave },
  { goals: ['g15', 'g16'], measure: measureOneBundle },
  { goals: ['g17'], measure: measureSealed },
  { goals: ['g18'], measure: measureImportOfPapers },
  { goals: ['g19'], measure: measureImportOfReviews },
  { goals: ['g20'], measure: measureTypingWhileImporting },
  { goals: ['g21', 'g22', 'g23'], measure: measureAssignment },
  { goals: ['g26'], measure: measureBatch },
  { goals: ['g28'], measure: measureBackup },
];

/** What can be measured. */
export const goalNames: readonly string[] = benches.flatMap(({ goals }) => goals);

/** What `npm run bench` was asked for. */
export interface BenchRequest {
  /** Some of {@link goalNames}; all when empty. */
  readonly goals: readonly string[];
  readonly pairCount: number;
}

/**
 * Measures goals, prints a table, and leaves the figures in `out/bench.json`.
 *
 * @returns whether no goal is over its limit
 */
export async function runBenches({ goals, pairCount }: BenchRequest): Promise<boolean> {
  const scratch = resolve('.cache');
  mkdirSync(scratch, { recursive: true });
  const outcomes: Outcome[] = [];
  for (const bench of benches) {
    if (goals.length > 0 && !bench.goals.some((goal) => goals.includes(goal))) continue;
    const folder = mkdtempSync(join(scratch, 'bench-'));
    const startedAt = Date.now();
    try {
      outcomes.push(...(await bench.measure({ folder, pairCount })).map(judge));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
    process.stderr.write(`bench: ${bench.goals.join(', ')} measured in ${seconds} s\n`);
  }
  process.stdout.write(`\n${toTable(outcomes)}\n\n${pairCount} pairs each: ${toSum(outcomes)}\n`);
  writeFileSync(resolve('out/bench.json'), `${JSON.stringify({ pairCount, outcomes }, null, 2)}\n`);
  return !outcomes.some((outcome) => outcome.verdict === 'over');
}
