import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../support/built';
import { all, everyCall, named, wanted } from './choose';
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

describe.skipIf(whyNoFaults() !== null)('a disk that fails, is over quota, or takes no more changes', () => {
  it.each(scenarios)('the $name never counts as done, nor is it tried on', async (scenario) => {
    const swept = await sweep(
      world,
      scenario,
      wanted(
        all(
          everyCall('error=EIO', false, named('write', 'pwrite64', 'fsync')),
          everyCall('error=EIO', true, named('fsync')),
          everyCall('error=EDQUOT', false, named('write', 'mkdir')),
          everyCall('error=EROFS', true, named('rename', 'mkdir')),
        ),
      ),
    );
    report('EIO etc', swept);
    expect(swept.findings).toEqual([]);
    expect(swept.faults).toBeGreaterThan(0);
  });
});
