import { accessSync, constants } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { machinePath, run } from './processes.mjs';

/**
 * Runs npm itself, never through this checkout's own Node: `npm ci` removes that Node while it works.
 *
 * @param {readonly string[]} args
 * @param {{ cwd: string }} options
 */
export function runNpm(args, options) {
  const env = { ...process.env, PATH: machinePath() };
  // Whoever started us with `npm start` chose this npm.
  const cli = process.env.npm_execpath;
  if (cli && basename(cli) === 'npm-cli.js') return run(machineNode(), [cli, ...args], { ...options, env });
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { ...options, env });
}

/** The Node of the machine: the one on PATH outside this checkout, else the one that runs this. */
function machineNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const folder of machinePath().split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      continue;
    }
  }
  return process.execPath;
}
