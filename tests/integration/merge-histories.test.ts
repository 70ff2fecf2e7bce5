import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generateIdentity } from '@main/bundle/keys';
import { readConsolidation } from '@main/services/consolidation';
import { histories, playHistory, type Played } from '../support/histories';
import { importAll, makeMachine, SIM2SCIENCE } from '../support/machine';
import { dumpStore } from '../support/store-state';

/** Histories, and orders of import of each: together the number of runs. Raised by `npm run test:merge`. */
const RUNS = Number(process.env['REFEREE_MERGE_RUNS'] ?? 60);
const ORDERS = 10;

/** What a store says, without when and from which file it heard it: by table, a hash of all its rows first. */
function essenceOf(machine: ReturnType<typeof makeMachine>): {
  readonly hash: string;
  readonly essence: object;
} {
  const rows = dumpStore(machine, SIM2SCIENCE);
  const strip = (row: unknown): unknown =>
    JSON.parse(row as string, (key, value: unknown) =>
      ['received_at', 'file_name', 'since'].includes(key) ? undefined : value,
    );
  const essence = Object.entries(rows).map(([table, list]) => [
    table,
    list.map((row) => JSON.stringify(strip(row))).toSorted(),
  ]);
  const hash = createHash('sha256').update(JSON.stringify(essence)).digest('hex');
  return { hash, essence: Object.fromEntries(essence) };
}

/** Conflicts that were left open in Kai's stores: histories without any would prove little. */
let conflictCount = 0;

/** Kai's computer after these imports, each by itself as it comes. */
function importInOrder(
  identity: ReturnType<typeof generateIdentity>,
  batches: readonly (readonly string[])[],
): ReturnType<typeof essenceOf> {
  const kai = makeMachine(undefined, identity);
  for (const batch of batches) importAll(kai, ...batch);
  const store = essenceOf(kai);
  conflictCount += readConsolidation(kai.deps, { venue: SIM2SCIENCE })
    .papers.flatMap(({ reviews }) => reviews)
    .filter(({ state }) => state === 'conflict').length;
  kai.deps.stores.close();
  rmSync(kai.folder, { recursive: true });
  return store;
}

/** An order: which comes first, subsets before the rest, some again. */
const orders = fc.record({
  first: fc.nat({ max: 50 }),
  keys: fc.infiniteStream(fc.nat({ max: 1_000_000 })),
  again: fc.nat({ max: 3 }),
  batchSize: fc.integer({ min: 1, max: 6 }),
});

function arrange(
  { assignments, judgements }: Played,
  order: { first: number; keys: Iterator<number>; again: number; batchSize: number },
): string[][] {
  const first = assignments[order.first % assignments.length] as string;
  const rest = [...assignments, ...judgements];
  const repeated = rest.filter(() => (order.keys.next().value as number) % 4 < order.again);
  const shuffled = [...rest, ...repeated]
    .map((path) => ({ path, key: order.keys.next().value as number }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ path }) => path);
  const batches: string[][] = [[first]];
  for (let at = 0; at < shuffled.length; at += order.batchSize)
    batches.push(shuffled.slice(at, at + order.batchSize));
  return batches;
}

it(
  'gives the same store for any history of people and computers, in any order, in parts, any number of times',
  { timeout: 30 * 60_000 },
  () => {
    const identity = generateIdentity();
    fc.assert(
      fc.property(histories, fc.array(orders, { minLength: ORDERS, maxLength: ORDERS }), (steps, many) => {
        const played = playHistory(steps);
        const once = importInOrder(identity, [played.assignments, played.judgements]);
        for (const order of many) {
          const store = importInOrder(identity, arrange(played, order));
          // Whole stores are compared, and printed, only where their hashes tell them apart.
          expect(store.hash === once.hash ? once.essence : store.essence).toEqual(once.essence);
        }
      }),
      { numRuns: Math.ceil(RUNS / ORDERS), endOnFailure: true },
    );
    expect(conflictCount).toBeGreaterThan(0);
  },
);
