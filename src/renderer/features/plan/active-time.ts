/** Without input for so long, nobody is at the paper any more. */
export const IDLE_AFTER_MS = 2 * 60_000;

/** A window that was asleep tells so by a gap between two looks; a gap longer than this counts for nothing. */
const MOST_GAP_MS = 60_000;

/** Counts the time at a paper: while the window has the focus, up to two minutes after the last input. */
export interface ActiveTime {
  /** Somebody pressed, typed, scrolled or moved. */
  readonly noteInput: (nowMs: number) => void;
  /** To be told every few seconds whether the window has the focus. */
  readonly look: (nowMs: number, hasFocus: boolean) => void;
  /** What was counted since the last time it was taken, milliseconds. */
  readonly take: () => number;
}

/** Starts counting. Opening a paper is input. */
export function countActiveTime(startMs: number): ActiveTime {
  let lastInputMs = startMs;
  let lastLookMs = startMs;
  let countedMs = 0;
  return {
    noteInput: (nowMs) => {
      lastInputMs = nowMs;
    },
    look: (nowMs, hasFocus) => {
      const gapMs = nowMs - lastLookMs;
      // What lies after the two minutes counts no more.
      const activeUntilMs = Math.min(nowMs, lastInputMs + IDLE_AFTER_MS);
      if (hasFocus && gapMs > 0 && gapMs <= MOST_GAP_MS) countedMs += Math.max(0, activeUntilMs - lastLookMs);
      lastLookMs = nowMs;
    },
    take: () => {
      const taken = countedMs;
      countedMs = 0;
      return taken;
    },
  };
}
