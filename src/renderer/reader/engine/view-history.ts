import { isSamePoint } from './layout';
import type { PagePoint } from './layout';

/** Where the back and forward buttons lead. Newest last in both stacks. */
export interface ViewHistory {
  readonly back: readonly PagePoint[];
  readonly forward: readonly PagePoint[];
  /** When the last jump was recorded, in milliseconds of any steady clock. */
  readonly lastJumpAtMs: number;
  /** Where the last jump arrived; undefined until that is known. */
  readonly arrival: PagePoint | undefined;
}

/** A step through the history: the history after it, and the point to go to. */
export interface HistoryStep {
  readonly history: ViewHistory;
  readonly target: PagePoint;
}

/** Nothing visited yet. */
export const EMPTY_HISTORY: ViewHistory = {
  back: [],
  forward: [],
  lastJumpAtMs: -Infinity,
  arrival: undefined,
};

const MERGE_WITHIN_MS = 2_000;
const MOST_STEPS = 100;

/**
 * Records that the reader jumps away from `origin`. Jumps in quick succession (walking down an outline, trying
 * page numbers) merge into one, so that going back leads to where the reading was, unless the reading has moved on from
 * where the last one arrived; a jump that starts where the last one did adds nothing. A new jump forgets what lay forward.
 * @example recordJump(EMPTY_HISTORY, { page: 4, top: 700, left: 0 }, 0).back.length // 1
 */
export function recordJump(history: ViewHistory, origin: PagePoint, nowMs: number): ViewHistory {
  const last = history.back.at(-1);
  const isStill = history.arrival === undefined || isSamePoint(history.arrival, origin);
  const isQuick = nowMs - history.lastJumpAtMs < MERGE_WITHIN_MS && isStill;
  const isKnown = last !== undefined && (isQuick || isSamePoint(last, origin));
  const back = isKnown ? history.back : [...history.back, origin].slice(-MOST_STEPS);
  return { back, forward: [], lastJumpAtMs: nowMs, arrival: undefined };
}

/** Notes where the view is: the first such place after a jump is where the jump arrived. */
export function noteArrival(history: ViewHistory, point: PagePoint): ViewHistory {
  return history.arrival === undefined ? { ...history, arrival: point } : history;
}

/** Goes back from `current`; undefined when there is nothing to go back to. */
export function stepBack(history: ViewHistory, current: PagePoint): HistoryStep | undefined {
  const target = history.back.at(-1);
  if (target === undefined) return undefined;
  return {
    target,
    history: {
      back: history.back.slice(0, -1),
      forward: [...history.forward, current],
      lastJumpAtMs: -Infinity,
      arrival: undefined,
    },
  };
}

/** Goes forward from `current`; undefined when there is nothing ahead. */
export function stepForward(history: ViewHistory, current: PagePoint): HistoryStep | undefined {
  const target = history.forward.at(-1);
  if (target === undefined) return undefined;
  return {
    target,
    history: {
      back: [...history.back, current],
      forward: history.forward.slice(0, -1),
      lastJumpAtMs: -Infinity,
      arrival: undefined,
    },
  };
}
