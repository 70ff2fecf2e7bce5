import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { modules, root, toolchainNode } from '../ready/paths.mjs';
import { run } from '../ready/processes.mjs';

/** A program that says nothing for this long has hung. */
const limitMs = 20 * 60_000;

/**
 * What one kind of check found. `note` is for the summary; `failed` counts a crash too.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, note?: string }} Outcome
 */

/** One check, as an outcome: a failing one prints what the program said. */
export function asOutcome({ isGood, output, note }) {
  if (!isGood && output) process.stdout.write(`${output.trimEnd()}\n`);
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0, ...(note ? { note } : {}) };
}

/** Runs a tool from `node_modules` on the toolchain's Node and collects what it says. */
export function runTool(path, args) {
  return run(toolchainNode, [join(modules, path), ...args], { cwd: root, timeoutMs: limitMs });
}

/** The same, its words going straight to the terminal. @returns {Promise<number>} the exit code */
export function showTool(path, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(toolchainNode, [join(modules, path), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    const finish = (code) => {
      clearTimeout(timer);
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      done(code);
    };
    child.on('error', () => finish(127));
    child.on('close', (code) => finish(code ?? 128));
  });
}
