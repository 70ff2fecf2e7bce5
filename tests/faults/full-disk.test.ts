import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../support/built';
import { all, everyCall, takesRoom, wanted } from './choose';
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

describe.skipIf(whyNoFaults() !== null)('a disk that is full, for a moment or for good', () => {
  it.each(scenarios)('the $name is refused in words, and goes on when there is room', async (scenario) => {
    const once = everyCall('error=ENOSPC', false, takesRoom);
    // The runtime writes to pipes, too, and opens what it reads: neither fails on a full disk.
    const lasting = everyCall(
      'error=ENOSPC',
      true,
      (call) => takesRoom(call) && call.name !== 'write' && call.name !== 'openat',
    );
    const swept = await sweep(world, scenario, wanted(all(once, lasting)));
    report('ENOSPC', swept);
    expect(swept.findings).toEqual([]);
    expect(swept.faults).toBeGreaterThan(0);
  });
});
