import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../support/built';
import { everyCall, wanted } from './choose';
import { report } from './report';
import { scenarios } from './scenarios';
import { whyNoFaults } from './strace';
import { sweep } from './sweep';
import { makeWorld } from './world';

let world = '';
beforeAll(() => {
  ensureBuilt();
  world = makeWorld();
});
afterAll(() => {
  rmSync(world, { recursive: true, force: true });
});

describe.skipIf(whyNoFaults() !== null)('killed before every call that changes something', () => {
  it.each(scenarios)('the $name is whole or absent, and goes on', async (scenario) => {
    const swept = await sweep(world, scenario, wanted(everyCall('signal=KILL')));
    report('KILL', swept);
    expect(swept.findings).toEqual([]);
    expect(swept.faults).toBeGreaterThan(0);
  });
});
