/** Counts the time a paper takes to open and calls `onLate` once when it takes too long. */
export interface Watchdog {
  /** Stops counting, for example while a password is awaited. */
  pause(): void;
  /** Counts on. */
  resume(): void;
  /** Stops for good. */
  stop(): void;
}

const TICK_MS = 250;

/**
 * Starts a watchdog. Only time in which the window could have painted counts: a hidden window gets no frames,
 * and a stalled one gets no ticks.
 */
export function startWatchdog(limitMs: number, onLate: () => void): Watchdog {
  let elapsedMs = 0;
  let isPaused = false;
  const timer = setInterval(() => {
    if (isPaused || document.visibilityState === 'hidden') return;
    elapsedMs += TICK_MS;
    if (elapsedMs < limitMs) return;
    clearInterval(timer);
    onLate();
  }, TICK_MS);
  return {
    pause: () => {
      isPaused = true;
    },
    resume: () => {
      isPaused = false;
    },
    stop: () => clearInterval(timer),
  };
}
