import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generateIdentity } from '@main/bundle/keys';
import {
  answer,
  completeReview,
  exportTo,
  importAll,
  makeMachine,
  makeOrganizer,
  SIM2SCIENCE,
} from '../support/machine';
import { dumpStore } from '../support/store-state';

/** What a store says, without when and from which file it heard it. */
function essence(machine: ReturnType<typeof makeMachine>): unknown {
  const rows = dumpStore(machine, SIM2SCIENCE);
  const strip = (row: unknown): unknown =>
    JSON.parse(row as string, (key, value: unknown) =>
      key === 'received_at' || key === 'file_name' || key === 'since' ? undefined : value,
    );
  return Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.map(strip)]));
}

it('gives the same store for the same bundles in any order, any number of times', { timeout: 60_000 }, () => {
  const { machine: organizer, bundleOf } = makeOrganizer();
  const identity = generateIdentity();
  const laptop = makeMachine(undefined, identity);
  const desktop = makeMachine(undefined, identity);
  const bo = makeMachine();
  for (const machine of [laptop, desktop]) importAll(machine, bundleOf('Ada Lindqvist'));
  importAll(bo, bundleOf('Bo Nakamura'));
  const bundles: string[] = [];
  const send = (machine: typeof bo, papers: readonly number[]): void => {
    bundles.push(exportTo(machine, join(machine.folder, `${bundles.length}.referee`), papers).path);
  };
  completeReview(laptop, 7, 2);
  send(laptop, [7]);
  answer(laptop, 7, 'overall', { kind: 'rating', value: 3 });
  send(laptop, [7]);
  // The desktop knows nothing of the laptop's revisions: the two part.
  completeReview(desktop, 7, 6);
  completeReview(desktop, 12, 1);
  send(desktop, [7, 12]);
  completeReview(bo, 31, 5);
  send(bo, [31]);
  answer(bo, 31, 'overall', { kind: 'rating', value: 1 });
  send(bo, [31]);

  const importInto = (paths: readonly string[]): unknown => {
    const noor = makeMachine(undefined, organizer.identity);
    importAll(noor, bundleOf('Noor Haddad'));
    importAll(noor, ...paths);
    return essence(noor);
  };
  const once = importInto(bundles);
  const anyOrder = fc
    .tuple(
      fc.shuffledSubarray(bundles, { minLength: bundles.length }),
      fc.array(fc.constantFrom(...bundles), { maxLength: 4 }),
    )
    .map(([all, again]) => [...again, ...all, ...again]);
  fc.assert(
    fc.property(anyOrder, (paths) => {
      expect(importInto(paths)).toEqual(once);
    }),
    { numRuns: 15 },
  );
});
