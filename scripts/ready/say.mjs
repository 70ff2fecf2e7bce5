/** Where progress goes: stderr, so that a command's own stdout stays clean. */
const out = process.stderr;
let isQuiet = false;

/** Silences steps and progress; failures are still printed by the caller. */
export function beQuiet() {
  isQuiet = true;
}

/** One line for one step. */
export function say(line) {
  if (!isQuiet) out.write(`ready: ${line}\n`);
}

/**
 * Shows progress of one long step: redrawn in place on a terminal, else a new line every ten seconds.
 * `describe` is called for each redraw.
 *
 * @param {() => string} describe
 * @returns {() => void} stops it
 */
export function showProgress(describe) {
  if (isQuiet) return () => undefined;
  const isTerminal = out.isTTY;
  let last = '';
  const draw = () => {
    const line = describe();
    if (line === last) return;
    last = line;
    out.write(isTerminal ? `\r\x1b[2K  ${line}` : `ready:   ${line}\n`);
  };
  const timer = setInterval(draw, isTerminal ? 250 : 10_000);
  return () => {
    clearInterval(timer);
    if (isTerminal) out.write('\r\x1b[2K');
  };
}

/** `12.3 MB` of 10^6 bytes. */
export function megabytes(sizeBytes) {
  return `${(sizeBytes / 1e6).toFixed(sizeBytes < 1e8 ? 1 : 0)} MB`;
}
