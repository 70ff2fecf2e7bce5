import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../support/built';
import { everyCall, sampled } from './choose';
import { report } from './report';
import { scenarios } from './scenarios';
import { whyNoFaults } from './strace';
import { sweep } from './sweep';
import { makeWorld } from './world';

/** Moments a signal. A process that a signal ends in order stops between calls, as a killed one does. */
const MOMENTS = 12;

let world = '';
beforeAll(() => {
  ensureBuilt();
  world = makeWorld();
});
afterAll(() => {
  rmSync(world, { recursive: true, force: true });
});

describe.skipIf(whyNoFaults() !== null)('asked to end', () => {
  it.each(
    scenarios.flatMap((scenario) => (['TERM', 'HUP'] as const).map((signal) => ({ ...scenario, signal }))),
  )('by SIG$signal, the $name is whole or absent, and goes on', async ({ signal, ...scenario }) => {
    const swept = await sweep(world, scenario, sampled(everyCall(`signal=${signal}`), MOMENTS));
    report(`SIG${signal}`, swept);
    expect(swept.findings).toEqual([]);
    expect(swept.faults).toBe(MOMENTS);
  });
});
