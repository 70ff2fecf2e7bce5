import { spawn } from 'node:child_process';
import type { Pair } from './pairs';

/** Something that is measured once a round, and its number. */
export type Turn = (round: number) => Promise<number>;

/** The numbers of several things that took turns, round by round. */
export type Rounds<Name extends string> = readonly Readonly<Record<Name, number>>[];

/**
 * Lets several things take turns, the one that goes first changing from round to round. Before each turn all that was
 * written is on disk, so that none pays for another's writing.
 */
export async function takeRounds<Name extends string>(
  count: number,
  turns: Readonly<Record<Name, Turn>>,
): Promise<Rounds<Name>> {
  const names = Object.keys(turns) as Name[];
  const rounds: Record<Name, number>[] = [];
  for (let round = 0; round < count; round++) {
    const first = round % names.length;
    const taken: Partial<Record<Name, number>> = {};
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      await timeCommand('sync', []);
      taken[name] = await turns[name](round);
    }
    rounds.push(taken as Record<Name, number>);
  }
  return rounds;
}

/** One thing's numbers against another's. */
export function pairsOf<Name extends string>(
  rounds: Rounds<Name>,
  app: Name,
  yardstick: Name,
): readonly Pair[] {
  return rounds.map((round) => ({ app: round[app], yardstick: round[yardstick] }));
}

/** Runs a program to its end and answers how long it took, ms. What it says is thrown away. */
export function timeCommand(program: string, args: readonly string[], cwd?: string): Promise<number> {
  return new Promise((done, fail) => {
    const startedAt = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'], cwd });
    child.once('error', fail);
    child.once('close', (code) => {
      if (code === 0) done(performance.now() - startedAt);
      else fail(new Error(`${program} ended with ${code}`));
    });
  });
}

/** Runs a shell script; its arguments are `$1`, `$2` and so on. */
export function timeScript(script: string, ...args: readonly string[]): Promise<number> {
  return timeCommand('sh', ['-ec', script, 'sh', ...args]);
}
