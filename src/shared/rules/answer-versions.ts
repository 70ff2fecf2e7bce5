import type { Answer } from '../model/review';

/** The version of an answer that is being written, and how. Times in milliseconds since 1970. */
export interface GrowingVersion {
  readonly sinceMs: number;
  readonly changedAtMs: number;
  /** Characters that were taken out of it, all in all, and are in no version. */
  readonly removedChars: number;
  /** Whether its newest changes only took out. */
  readonly isCutting: boolean;
  /** Whether it was marked ready, exported or about to be replaced as it is: it stays. */
  readonly isKept: boolean;
}

/**
 * What a change makes of the versions of an answer: the newest one goes on (`grow`); it stays as it is and a new one begins
 * (`begin`); or it goes on in the place of the one before, which only differed by a slip that was mended (`mend`).
 */
export interface VersionStep {
  readonly act: 'grow' | 'begin' | 'mend';
  readonly removedChars: number;
  readonly isCutting: boolean;
}

/** A pause in writing after which a version stands. */
const PAUSE_MS = 60_000;
/** How long a version is written at most without a pause. */
const LONGEST_MS = 5 * 60_000;
/** A pause after which an answer by a choice (a score, topics) stands: before, it was a slip. */
const CHOICE_PAUSE_MS = 5_000;
/** The most that is taken out and put right again as one slip, in characters. */
const SLIP_CHARS = 30;
/** The most that is taken out of one version over its time, in characters: what is in no other version. */
const MOST_REMOVED_CHARS = 200;

/**
 * What a change of an answer makes of its versions; null when it changes nothing. Typing is one version until a pause of a
 * minute, five minutes at most. Whatever took out more than a slip leaves the text before it as a version: of prose, at most
 * 200 characters that stood for less than a minute are in no version.
 */
export function stepVersion(
  newest: GrowingVersion | undefined,
  beforeThat: GrowingVersion | undefined,
  change: { readonly from: Answer | null; readonly to: Answer | null; readonly nowMs: number },
): VersionStep | null {
  const { from, to, nowMs } = change;
  if (JSON.stringify(from) === JSON.stringify(to)) return null;
  const { removed, inserted } = countChange(proseOf(from), proseOf(to));
  const isCutting = removed > inserted;
  const fresh: VersionStep = { act: 'begin', removedChars: 0, isCutting };
  if (newest === undefined || newest.isKept) return fresh;
  const pauseMs = nowMs - newest.changedAtMs;
  const isSame = isProse(from, to);
  if (pauseMs < 0 || pauseMs > (isSame ? PAUSE_MS : CHOICE_PAUSE_MS)) return fresh;
  if (nowMs - newest.sinceMs > LONGEST_MS) return fresh;
  if (!isSame)
    return from === null || to === null ? fresh : { act: 'grow', removedChars: 0, isCutting: false };
  if (isCutting) {
    const removedChars = newest.removedChars + removed;
    return newest.isCutting ? { act: 'grow', removedChars, isCutting } : { ...fresh, removedChars: removed };
  }
  if (newest.isCutting) {
    const all = (beforeThat?.removedChars ?? 0) + newest.removedChars + removed;
    const isSlip =
      beforeThat !== undefined &&
      !beforeThat.isKept &&
      newest.sinceMs - beforeThat.changedAtMs <= PAUSE_MS &&
      newest.removedChars + removed <= SLIP_CHARS &&
      all <= MOST_REMOVED_CHARS;
    if (isSlip) return { act: 'mend', removedChars: all, isCutting: false };
    if (removed > SLIP_CHARS) return fresh;
    return { act: 'grow', removedChars: removed, isCutting: false };
  }
  const removedChars = newest.removedChars + removed;
  if (removed > SLIP_CHARS || removedChars > MOST_REMOVED_CHARS) return fresh;
  return { act: 'grow', removedChars, isCutting: false };
}

/** Whether only prose changes: a text that comes, goes or stays, or the explanation of a flag that stays as it is. */
function isProse(from: Answer | null, to: Answer | null): boolean {
  if ((from ?? to)?.kind === 'text' && (to ?? from)?.kind === 'text') return true;
  return from?.kind === 'flag' && to?.kind === 'flag' && from.isRaised === to.isRaised;
}

function proseOf(answer: Answer | null): string {
  if (answer?.kind === 'text') return answer.text;
  return answer?.kind === 'flag' ? answer.detail : '';
}

/** How many code units gave way to how many, between the common beginning and the common end of two texts. */
function countChange(from: string, to: string): { readonly removed: number; readonly inserted: number } {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  return { removed: from.length - start - tail, inserted: to.length - start - tail };
}
