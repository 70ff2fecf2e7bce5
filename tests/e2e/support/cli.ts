import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { APP_FOLDER, START, ZONE } from './launch';

/** How a command ended. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as built, on the tests' clock and zone. */
export function runCli(...args: readonly string[]): CliResult {
  const program = join(APP_FOLDER, 'out', 'main', 'cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: { ...process.env, TZ: ZONE, REFEREE_CLOCK: START },
  });
  return { code: status, stdout, stderr };
}

/** Runs a command that has to succeed and answers what it printed. */
export function cli(...args: readonly string[]): string {
  const { code, stdout, stderr } = runCli(...args);
  if (code !== 0) throw new Error(`referee ${args.join(' ')} ended with ${code}: ${stderr}`);
  return stdout;
}

/** The same, read as JSON. */
export function cliJson(...args: readonly string[]): unknown {
  return JSON.parse(cli(...args, '--json'));
}
