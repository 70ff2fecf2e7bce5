import { endChildren } from './processes.mjs';

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Makes this process end in order when it is interrupted: first the programs it started, then `beforeEnd`, then
 * itself, with the exit code that the signal calls for.
 *
 * @param {string} [words] printed on stderr
 * @param {() => void | Promise<void>} [beforeEnd]
 */
export function endInOrder(words, beforeEnd) {
  let isEnding = false;
  for (const [signal, code] of Object.entries(signals)) {
    const end = async () => {
      // A terminal's ctrl-C comes twice: from the terminal, and forwarded by whoever started us.
      if (isEnding) return;
      isEnding = true;
      if (words) process.stderr.write(`\n${words}\n`);
      await endChildren();
      await beforeEnd?.();
      process.exit(code);
    };
    process.on(signal, () => void end());
  }
}

/**
 * Lets a child that shares our terminal decide how to end: signals go to it, and its exit code is ours.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export function followChild(child) {
  for (const signal of Object.keys(signals)) {
    process.removeAllListeners(signal);
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((done) => {
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      done(127);
    });
    child.on('close', (code, signal) => done(code ?? signals[signal] ?? 128));
  });
}
