import { useSyncExternalStore } from 'react';
import type { Instant } from '@shared/model/time';
import { useQuery } from './queries';

/** What main's clock reads ahead of this page's, in milliseconds. Main's clock is injected: a demo or a test sets it. */
let offsetMs = 0;
let minuteMs = 0;
let timer: ReturnType<typeof setTimeout> | null = null;
const observers = new Set<() => void>();

const MINUTE_MS = 60_000;

/** Sets this page's clock by main's, as `app.get` just told it. */
export function setClock(now: Instant): void {
  offsetMs = Date.parse(now) - Date.now();
  tick();
}

/** The injected clock's time now, in milliseconds since the epoch. */
export function nowMs(): number {
  return Date.now() + offsetMs;
}

function tick(): void {
  const now = nowMs();
  minuteMs = now - (now % MINUTE_MS);
  for (const observer of observers) observer();
  if (timer !== null) clearTimeout(timer);
  timer = observers.size === 0 ? null : setTimeout(tick, MINUTE_MS - (now % MINUTE_MS) + 20);
}

function watch(onTick: () => void): () => void {
  observers.add(onTick);
  if (timer === null) tick();
  // A machine that slept fires its timer late; being looked at again is the moment to be right.
  window.addEventListener('focus', tick);
  return () => {
    observers.delete(onTick);
    if (observers.size === 0) {
      window.removeEventListener('focus', tick);
      if (timer !== null) clearTimeout(timer);
      timer = null;
    }
  };
}

/** The injected clock's time to the minute, in milliseconds since the epoch. Renders again each minute. */
export function useNow(): number {
  return useSyncExternalStore(watch, () => (minuteMs === 0 ? currentMinute() : minuteMs));
}

function currentMinute(): number {
  const now = nowMs();
  minuteMs = now - (now % MINUTE_MS);
  return minuteMs;
}

/** The injected clock and the reader's zone: what `rules/deadlines` asks for. */
export interface Clock {
  readonly nowMs: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** The clock to read deadlines by. Renders again each minute. */
export function useClock(): Clock {
  const now = useNow();
  const timeZone = useQuery('app.get', {}).data?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { nowMs: now, timeZone };
}
