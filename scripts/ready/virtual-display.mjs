import { spawn } from 'node:child_process';
import { Failure } from './failure.mjs';
import { findXvfb, hasDisplay } from './display.mjs';

/**
 * A display to show windows on: the one that is there, else an Xvfb of our own on a number that it finds free.
 *
 * @param {{ width?: number, height?: number }} [size] of our own, in pixels
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>} `env` is to be added to a program's
 */
export async function openDisplay({ width = 1600, height = 1000 } = {}) {
  if (hasDisplay()) return { env: {}, stop: () => undefined };
  const xvfb = findXvfb();
  if (!xvfb)
    throw new Failure('There is no display, and Xvfb is missing.', 'node scripts/ready.mjs --for-tests');
  const args = ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'];
  const child = spawn(xvfb, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const stop = () => void child.kill('SIGTERM');
  process.once('exit', stop);
  const number = await new Promise((done, fail) => {
    let said = '';
    const timer = setTimeout(
      () => fail(new Failure('Xvfb did not start within 20 s.', `${xvfb} ${args.join(' ')} 3>&1`)),
      20_000,
    );
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('close', () => {
      clearTimeout(timer);
      fail(new Failure(`Xvfb did not start: ${said.trim().split('\n').at(-1)}`, `${xvfb} :99`));
    });
    child.stdio[3].once('data', (chunk) => {
      clearTimeout(timer);
      done(String(chunk).trim());
    });
  });
  child.stderr.resume();
  child.unref();
  return { env: { DISPLAY: `:${number}` }, stop };
}
