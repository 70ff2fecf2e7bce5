import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../support/built';
import { takePicture } from './picture';
import { scenarios, type Scenario } from './scenarios';
import { runTraced, whyNoFaults, type Call, type Fault, type Traced } from './strace';
import { inCopy } from './sweep';
import type { Typed } from './typist';
import { makeWorld, VENUE } from './world';

const TEXTS = ['one', 'two', 'three', 'four', 'five', 'six'];
const typing: Scenario = { ...(scenarios[0] as Scenario), name: 'typing', places: ['ada'] };

let world = '';
let calls: readonly Call[] = [];
beforeAll(async () => {
  ensureBuilt();
  world = makeWorld();
  calls = (await type(null)).traced.calls;
});
afterAll(() => {
  rmSync(world, { recursive: true, force: true });
});

/** Types in a process whose disk has a fault; answers what that process was told, and what is on disk afterwards. */
async function type(
  fault: Fault | null,
): Promise<{ readonly traced: Traced; readonly typed: readonly Typed[]; readonly kept: string }> {
  return inCopy(world, typing, async (folder, scratch) => {
    const command = { program: 'tests/faults/typist.mjs', args: [join(folder, 'ada/data'), VENUE, ...TEXTS] };
    const traced = await runTraced(command, folder, join(scratch, 'trace'), fault);
    const typed = traced.out
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Typed);
    const picture = takePicture(folder);
    expect(picture.problems).toEqual([]);
    const [tables] = Object.values(picture.stores);
    return { traced, typed, kept: (tables?.['draft_answers'] ?? []).join('\n') };
  });
}

/** Calls on the database while it is typed: not the opening before, nor the closing after. */
const commits = (name: Call['name']): readonly Call[] =>
  calls.filter((call) => call.name === name && call.path.endsWith('venue.sqlite-wal'));

async function typeAtEachCommit(isLasting: boolean): Promise<readonly Awaited<ReturnType<typeof type>>[]> {
  const rounds: Awaited<ReturnType<typeof type>>[] = [];
  for (const call of commits('fsync')) rounds.push(await type({ call, effect: 'error=EIO', isLasting }));
  return rounds;
}

const refusalsOf = (typed: readonly Typed[]): readonly Typed[] => typed.filter(({ isSaved }) => !isSaved);

/** What is wrong with what became of texts: each is told of, what is said to be saved is there, nothing is tried blindly. */
function judgeTyping(typed: readonly Typed[], kept: string): string[] {
  const found: string[] = [];
  if (typed.map(({ text }) => text).join() !== TEXTS.join()) found.push(`told of ${typed.length} texts`);
  const failed = typed.findIndex(({ isSaved }) => !isSaved);
  if (failed >= 0) {
    if (typed[failed]?.code !== 'FILE_UNWRITABLE') found.push(`refused with ${String(typed[failed]?.code)}`);
    const used = new Set(typed.slice(0, failed).map(({ connection }) => connection));
    const blind = typed
      .slice(failed + 1)
      .filter(({ isSaved, connection }) => isSaved && used.has(connection));
    found.push(...blind.map(({ text }) => `${text} was saved over the connection that failed`));
  }
  const last = typed.findLast(({ isSaved }) => isSaved)?.text;
  if (!kept.includes(`\\"${String(last)}\\"`)) found.push(`${String(last)} was said to be saved`);
  return found;
}

describe.skipIf(whyNoFaults() !== null)('a disk that fails while somebody types', () => {
  it('is undisturbed without a fault: each text is saved over one connection', async () => {
    const { typed, kept } = await type(null);
    expect(typed).toEqual(TEXTS.map((text) => ({ text, isSaved: true, code: null, connection: 1 })));
    expect(kept).toContain('six');
    expect(commits('fsync').length).toBeGreaterThanOrEqual(TEXTS.length);
  });

  it('once, at any commit: that text is not said to be saved, and the next is saved over another connection', async () => {
    const rounds = await typeAtEachCommit(false);
    expect(rounds.flatMap(({ typed, kept }) => judgeTyping(typed, kept))).toEqual([]);
    expect(rounds.flatMap(({ typed }) => refusalsOf(typed)).length).toBeGreaterThanOrEqual(TEXTS.length);
    for (const { typed } of rounds) expect(refusalsOf(typed).length).toBeLessThanOrEqual(1);
  });

  it('for good: nothing more is said to be saved', async () => {
    const rounds = await typeAtEachCommit(true);
    const after = rounds.flatMap(({ typed }) => {
      const failed = typed.findIndex(({ isSaved }) => !isSaved);
      // At the last commits all is saved, and the database is closing.
      return failed < 0 ? [] : [typed.slice(failed).filter(({ isSaved }) => isSaved)];
    });
    expect(after.length).toBeGreaterThanOrEqual(TEXTS.length);
    expect(after.flat()).toEqual([]);
  });

  it('by being full: what was typed is refused until there is room, then saved', async () => {
    const [call] = commits('pwrite64').slice(-4);
    const { typed, kept } = await type({ call: call as Call, effect: 'error=ENOSPC', isLasting: false });
    expect(typed.filter(({ isSaved }) => !isSaved)).toMatchObject([{ code: 'DISK_FULL' }]);
    expect(kept).toContain(`\\"${String(typed.findLast(({ isSaved }) => isSaved)?.text)}\\"`);
  });
});
