import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../support/built';
import { everyCall, named, sampled } from './choose';
import { judgeOrder } from './judge-order';
import { scenarios, type Scenario } from './scenarios';
import { whyNoFaults, type Call } from './strace';
import { sweep, type Chooser } from './sweep';
import { makeWorld } from './world';

let world = '';
beforeAll(() => {
  ensureBuilt();
  world = makeWorld();
});
afterAll(() => {
  rmSync(world, { recursive: true, force: true });
});

const scenarioOf = (part: string): Scenario =>
  scenarios.find(({ name }) => name.startsWith(part)) ?? expect.fail(`no scenario ${part}`);
const none: Chooser = () => [];
const toBundles = ({ name, path }: Call): boolean => name === 'write' && path.endsWith('.referee');
const toJournal = ({ name, path }: Call): boolean => name === 'fsync' && path.endsWith('-wal');

// A harness that finds nothing has proven something only if it finds what is there to be found.
describe.skipIf(whyNoFaults() !== null)('sabotage is found:', () => {
  it.each([
    [
      'bundles that are written under their final name',
      'straight',
      'export of reviews',
      toBundles,
      /neither the old nor the new/,
    ],
    ['imports that are no transaction', 'piecemeal', 'import of a changed', toJournal, /is between/],
    [
      'what a full disk stopped and nobody removed',
      'littering',
      'export of reviews',
      named('write'),
      /left unfinished/,
    ],
  ] as const)('%s', async (_, sabotage, part, isMeant, finding) => {
    const effect = sabotage === 'littering' ? 'error=ENOSPC' : 'signal=KILL';
    const choose = sampled(everyCall(effect, false, isMeant), 8);
    const swept = await sweep(world, scenarioOf(part), choose, { sabotage: [sabotage] });
    expect(swept.faults).toBeGreaterThan(0);
    expect(swept.findings.filter((one) => finding.test(one))).not.toEqual([]);
  });

  it('files that have a name before they are on disk', async () => {
    const swept = await sweep(world, scenarioOf('export of reviews'), none, { sabotage: ['unsynced'] });
    expect(judgeOrder(swept.calls)).not.toEqual([]);
  });
});

describe.skipIf(whyNoFaults() !== null)('what a pulled plug could undo', () => {
  it.each(scenarios)('is nothing after the $name', async (scenario) => {
    const { calls } = await sweep(world, scenario, none);
    expect(calls.filter(({ name }) => name === 'rename').length).toBeGreaterThan(0);
    expect(judgeOrder(calls)).toEqual([]);
  });
});
