import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all, everyCall, sampled, takesRoom } from '../faults/choose';
import { judgeOrder } from '../faults/judge-order';
import { scenarios } from '../faults/scenarios';
import { whyNoFaults } from '../faults/strace';
import { sweep } from '../faults/sweep';
import { makeWorld } from '../faults/world';
import { ensureBuilt } from '../support/built';

// A sample with a fixed seed; `npm run test:faults` takes every call.
const KILLS = 6;
const FULL = 2;

let world = '';
beforeAll(() => {
  ensureBuilt();
  world = makeWorld();
}, 120_000);
afterAll(() => {
  if (world !== '') rmSync(world, { recursive: true, force: true });
});

describe.skipIf(whyNoFaults() !== null)('killed, or on a full disk, at calls of the system', () => {
  it.each(scenarios)('the $name is whole or absent, and goes on', { timeout: 60_000 }, async (scenario) => {
    const kills = sampled(everyCall('signal=KILL'), KILLS);
    const full = sampled(everyCall('error=ENOSPC', false, takesRoom), FULL);
    const { findings, faults, calls } = await sweep(world, scenario, all(kills, full));
    expect(findings).toEqual([]);
    expect(faults).toBe(KILLS + FULL);
    // What a pulled plug could undo, which a kill cannot show.
    expect(judgeOrder(calls)).toEqual([]);
  });

  it('sabotage is found: bundles that are written under their final name', { timeout: 60_000 }, async () => {
    const [exportOfReviews] = scenarios;
    if (exportOfReviews === undefined) throw new Error('there are no scenarios');
    const toBundle = everyCall(
      'signal=KILL',
      false,
      ({ name, path }) => name === 'write' && path.endsWith('.referee'),
    );
    const { findings } = await sweep(world, exportOfReviews, sampled(toBundle, 2), {
      sabotage: ['straight'],
    });
    expect(findings.some((one) => one.includes('neither the old nor the new'))).toBe(true);
  });
});
