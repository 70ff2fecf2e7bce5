import type { RouteInput, RouteName, RouteOutput } from '@shared/contract/routes';
import type { ChangeEvent } from '@shared/contract/topics';
import { onAnyTopic, request, toRequestError, type RequestError } from './client';
import { stalenessOf } from './query-topics';

/** What is known of a query now. A refetch keeps the data on screen; an error beside data means "may be out of date". */
export interface QuerySnapshot<T> {
  readonly data: T | undefined;
  readonly error: RequestError | null;
  /** Asked, and nothing to show yet. */
  readonly isLoading: boolean;
}

interface Entry {
  readonly key: string;
  readonly name: RouteName;
  readonly input: unknown;
  snapshot: QuerySnapshot<unknown>;
  inFlight: Promise<void> | null;
  /** Something changed after the request in flight was sent. */
  isStale: boolean;
  timer: ReturnType<typeof setTimeout> | null;
  /** When the burst began that the timer gathers, in milliseconds of the page's clock. */
  gatheredSinceMs: number;
  readonly observers: Set<() => void>;
}

/** How long no more `soon` events come before their burst has ended, in milliseconds. */
const GATHER_MS = 250;
/** The longest that a burst is gathered, in milliseconds: somebody who types without a pause is not kept from it. */
const LONGEST_GATHER_MS = 2_000;
/** How many answers nobody looks at are kept, so that going back is instant. */
const UNWATCHED_LIMIT = 24;

const loading: QuerySnapshot<never> = { data: undefined, error: null, isLoading: true };
const entries = new Map<string, Entry>();
let stopListening: (() => void) | null = null;

/** The key of a query: its name and input. Inputs are flat JSON with keys in a fixed order, being written in code. */
export function queryKey(name: RouteName, input: unknown): string {
  return `${name} ${JSON.stringify(input)}`;
}

/** What is known of a query, without asking. */
export function readQuery(key: string): QuerySnapshot<unknown> {
  return entries.get(key)?.snapshot ?? loading;
}

/** Watches a query: asks if nothing fresh is known, and calls back at every change until the returned function is called. */
export function watchQuery(name: RouteName, input: unknown, onChange: () => void): () => void {
  listen();
  const entry = entryOf(name, input);
  entry.observers.add(onChange);
  if (entry.snapshot.data === undefined || entry.snapshot.error !== null) void fetchEntry(entry);
  return () => {
    entry.observers.delete(onChange);
    forgetUnwatched();
  };
}

/** Asks again, now. Resolves when the answer or the refusal is in. */
export async function refetchQuery(name: RouteName, input: unknown): Promise<void> {
  await fetchEntry(entryOf(name, input), true);
}

/** Asks ahead of need, so that opening is instant. Does nothing when it is known already or nobody watches anything. */
export function prefetchQuery<Name extends RouteName>(name: Name, input: RouteInput<Name>): void {
  if (stopListening === null || entries.get(queryKey(name, input))?.snapshot.data !== undefined) return;
  void fetchEntry(entryOf(name, input));
}

/** Changes a known answer in place, for a change that was just sent and will come back as an event. */
export function patchQuery<Name extends RouteName>(
  name: Name,
  input: RouteInput<Name>,
  patch: (data: RouteOutput<Name>) => RouteOutput<Name>,
): void {
  const entry = entries.get(queryKey(name, input));
  if (entry?.snapshot.data === undefined) return;
  publish(entry, { ...entry.snapshot, data: patch(entry.snapshot.data as RouteOutput<Name>) });
}

function entryOf(name: RouteName, input: unknown): Entry {
  const key = queryKey(name, input);
  const known = entries.get(key);
  if (known !== undefined) return known;
  const entry: Entry = {
    key,
    name,
    input,
    snapshot: loading,
    inFlight: null,
    isStale: false,
    timer: null,
    gatheredSinceMs: 0,
    observers: new Set(),
  };
  entries.set(key, entry);
  return entry;
}

function publish(entry: Entry, snapshot: QuerySnapshot<unknown>): void {
  entry.snapshot = snapshot;
  for (const observer of entry.observers) observer();
}

async function fetchEntry(entry: Entry, isAgain = false): Promise<void> {
  if (entry.inFlight !== null) {
    entry.isStale ||= isAgain;
    await entry.inFlight;
    return;
  }
  entry.inFlight = load(entry);
  await entry.inFlight;
}

async function load(entry: Entry): Promise<void> {
  do {
    entry.isStale = false;
    if (entry.snapshot.data === undefined && entry.snapshot.error !== null) publish(entry, loading);
    try {
      const data = await request(entry.name, entry.input as RouteInput<RouteName>);
      publish(entry, { data, error: null, isLoading: false });
    } catch (thrown) {
      publish(entry, { data: entry.snapshot.data, error: toRequestError(thrown), isLoading: false });
    }
  } while (entry.isStale && entry.observers.size > 0);
  entry.inFlight = null;
}

function listen(): void {
  stopListening ??= onAnyTopic(hear);
}

function hear(event: ChangeEvent): void {
  for (const entry of entries.values()) {
    const staleness = stalenessOf(entry, event);
    if (staleness === 'fresh') continue;
    if (entry.observers.size === 0) {
      drop(entry);
    } else if (staleness === 'now') {
      void fetchEntry(entry, true);
    } else {
      gather(entry);
    }
  }
}

function gather(entry: Entry): void {
  const now = performance.now();
  if (entry.timer === null) entry.gatheredSinceMs = now;
  else clearTimeout(entry.timer);
  const leftMs = Math.max(0, entry.gatheredSinceMs + LONGEST_GATHER_MS - now);
  entry.timer = setTimeout(
    () => {
      entry.timer = null;
      void fetchEntry(entry, true);
    },
    Math.min(GATHER_MS, leftMs),
  );
}

function forgetUnwatched(): void {
  const unwatched = [...entries.values()].filter((entry) => entry.observers.size === 0);
  if (unwatched.length === entries.size) {
    // Nobody hears events any more, so nothing that is kept could be trusted.
    for (const entry of unwatched) drop(entry);
    stopListening?.();
    stopListening = null;
    return;
  }
  for (const entry of unwatched.slice(0, Math.max(0, unwatched.length - UNWATCHED_LIMIT))) drop(entry);
}

function drop(entry: Entry): void {
  if (entry.timer !== null) clearTimeout(entry.timer);
  entries.delete(entry.key);
}
