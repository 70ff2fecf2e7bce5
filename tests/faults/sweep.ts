import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { referee } from '../support/built';
import { judgeRefusal, judgeRetries } from './judge-failure';
import type { Outcome } from './judges';
import { takePicture, type Picture } from './picture';
import type { Scenario } from './scenarios';
import { runTraced, type Call, type Command, type Fault, type Traced } from './strace';
import { NOW } from './world';

/** What a scenario does when nothing disturbs it. */
export interface Undisturbed {
  readonly outcome: Outcome;
  readonly calls: readonly Call[];
}

/** What a sweep over one scenario found. */
export interface Swept {
  readonly scenario: string;
  /** Calls that change something, when nothing disturbs the command. */
  readonly calls: readonly Call[];
  readonly faults: number;
  /** Faults whose call was another one than in the undisturbed run. */
  readonly elsewhere: number;
  readonly findings: readonly string[];
}

/** Chooses the faults of a sweep from the calls of an undisturbed run. */
export type Chooser = (calls: readonly Call[]) => readonly Fault[];

/** How a sweep is done. */
export interface SweepOptions {
  /** Modules of `preloads/` that sabotage the command under test, not the one that goes on afterwards. */
  readonly sabotage?: readonly string[];
  /** How many commands run at once. */
  readonly width?: number;
}

/** Two at once keep two cores busy; more only wait for each other. */
const WIDTH = 2;

/**
 * Runs a scenario undisturbed, then once for each fault, each time in a fresh copy of its world, and judges what each
 * left: at once, and after the same command has run again.
 */
export async function sweep(
  world: string,
  scenario: Scenario,
  choose: Chooser,
  { sabotage = [], width = WIDTH }: SweepOptions = {},
): Promise<Swept> {
  const undisturbed = await playUndisturbed(world, scenario);
  const { outcome } = undisturbed;
  const calls = sabotage.length === 0 ? undisturbed.calls : await traceSabotaged(world, scenario, sabotage);
  const faults = choose(calls);
  const findings: string[] = [];
  let elsewhere = 0;
  const queue = [...faults];
  const work = async (): Promise<void> => {
    for (let fault = queue.shift(); fault !== undefined; fault = queue.shift()) {
      const played = fault;
      const round = await playFault(world, scenario, outcome, fault, sabotage);
      if (round.isElsewhere) elsewhere += 1;
      findings.push(...round.found.map((one) => `${describeFault(played)}: ${one}`));
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return { scenario: scenario.name, calls, faults: faults.length, elsewhere, findings };
}

/** Does `act` in a fresh copy of a scenario's part of the world; `scratch` is beside it. */
export async function inCopy<T>(
  world: string,
  scenario: Scenario,
  act: (folder: string, scratch: string) => Promise<T>,
): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), 'referee-round-'));
  const folder = join(scratch, 'world');
  mkdirSync(folder);
  for (const place of scenario.places) cpSync(join(world, place), join(folder, place), { recursive: true });
  try {
    return await act(folder, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Plays a scenario without a fault: what is there before and after it, and its calls. */
export async function playUndisturbed(world: string, scenario: Scenario): Promise<Undisturbed> {
  const between = await Promise.all(
    scenario.stops.map(async (args) =>
      inCopy(world, scenario, async (folder, scratch) => {
        requireDone(await runTraced(commandOf(args(folder)), folder, join(scratch, 'trace')));
        return takePicture(folder);
      }),
    ),
  );
  return inCopy(world, scenario, async (folder, scratch) => {
    const before = takeOutputs(folder, scenario);
    const traced = await runTraced(commandOf(scenario.args(folder)), folder, join(scratch, 'trace'));
    requireDone(traced);
    const after = takeOutputs(folder, scenario);
    const bundles = Object.fromEntries(scenario.outputs.map((path) => [path, idOf(folder, path)]));
    return { outcome: { before, after, between, bundles }, calls: traced.calls };
  });
}

/** The calls of a sabotaged command are others than those of an honest one. */
async function traceSabotaged(
  world: string,
  scenario: Scenario,
  sabotage: readonly string[],
): Promise<readonly Call[]> {
  return inCopy(world, scenario, async (folder, scratch) => {
    const traced = await runTraced(
      commandOf(scenario.args(folder), sabotage),
      folder,
      join(scratch, 'trace'),
    );
    requireDone(traced);
    return traced.calls;
  });
}

async function playFault(
  world: string,
  scenario: Scenario,
  outcome: Outcome,
  fault: Fault,
  sabotage: readonly string[],
): Promise<{ readonly found: readonly string[]; readonly isElsewhere: boolean }> {
  return inCopy(world, scenario, async (folder, scratch) => {
    const args = scenario.args(folder);
    const traced = await runTraced(commandOf(args, sabotage), folder, join(scratch, 'trace'), fault);
    const isElsewhere = traced.hit !== null && traced.hit.path !== fault.call.path;
    const now = takeOutputs(folder, scenario);
    const found = [...scenario.judge(now, outcome)];
    const isError = fault.effect.startsWith('error=');
    // On a call of the runtime's own, such as one on a pipe, an error is another story than on a disk.
    if (!isError || !isElsewhere) found.push(...judgeEnd(traced, fault));
    if (isError && !isElsewhere) {
      found.push(...judgeRefusal(traced, fault.effect, scenario.names));
      found.push(...judgeRetries(traced, fault));
      if (traced.status === 0) found.push(...compare(now, outcome.after, 'it said that it was done'));
      if (now.unfinished.length > 0) found.push(`left unfinished: ${now.unfinished.join(', ')}`);
    }
    const again = await runTraced(commandOf(args), folder, join(scratch, 'trace'));
    if (again.status !== 0) found.push(`again: ended with ${again.status}: ${again.err.trim()}`);
    found.push(...compare(takeOutputs(folder, scenario), outcome.after, 'again'));
    return { found, isElsewhere };
  });
}

function judgeEnd({ status, hit }: Traced, { effect }: Fault): string[] {
  const signal = /^signal=(.*)$/.exec(effect)?.[1];
  if (hit === null) return ['was not reached'];
  if (signal !== undefined) return status === `SIG${signal}` ? [] : [`ended with ${status}`];
  return status === 0 || status === 1 ? [] : [`ended with ${status}`];
}

/** In what a picture differs from the one that is wanted, and what of it must never be. */
export function compare(now: Picture, wanted: Picture, when: string): string[] {
  const found = [...now.problems];
  if (JSON.stringify(now.stores) !== JSON.stringify(wanted.stores)) found.push('the store is not as after');
  const paths = new Set([...Object.keys(now.files), ...Object.keys(wanted.files)]);
  for (const path of paths) if (now.files[path] !== wanted.files[path]) found.push(`${path} is not as after`);
  if (now.unfinished.length > 0) found.push(`left unfinished: ${now.unfinished.join(', ')}`);
  return found.map((one) => `${when}: ${one}`);
}

/** A picture in which encrypted bundles, whose bytes are never the same twice, stand for what they hold. */
export function takeOutputs(folder: string, scenario: Scenario): Picture {
  const picture = takePicture(folder);
  const opened = scenario.outputs
    .filter((path) => path.endsWith('.age') && path in picture.files)
    .map((path) => [path, idOf(folder, path)] as const);
  return { ...picture, files: { ...picture.files, ...Object.fromEntries(opened) } };
}

/** The id of a bundle that is whole, as the organizer's computer reads it; else why it is none. */
function idOf(folder: string, path: string): string {
  const key = path.endsWith('.age') ? ['--store', join(folder, 'organizer/data')] : [];
  const { status, out, err } = referee(['bundle', 'inspect', join(folder, path), '--json', ...key]);
  return status === 0 ? (JSON.parse(out) as { readonly id: string }).id : err;
}

function requireDone({ status, err }: Traced): void {
  if (status !== 0) throw new Error(`undisturbed it ended with ${status}: ${err}`);
}

/** The same instant for every run, so that what they leave can be compared. */
export function commandOf(args: readonly string[], preloads: readonly string[] = []): Command {
  return { args, env: { REFEREE_CLOCK: NOW }, preloads: ['frozen-clock', ...preloads] };
}

function describeFault({ call, effect, isLasting }: Fault): string {
  return `${effect}${isLasting ? ' from' : ' at'} ${call.name} ${call.ordinal} (${basename(call.path)})`;
}
