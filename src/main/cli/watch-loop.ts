import { setImmediate, setTimeout } from 'node:timers/promises';
import type { FolderLook, TakenFile, WaitingFile } from '@shared/contract/watch';
import type { FileToken, VenueId } from '@shared/model/ids';
import { Refused, type Session } from './context';
import { exportedEvent, failedEvent, takenEvent, waitingEvent, type WatchEvent } from './watch-lines';

/** What a watcher needs. */
export interface WatchPlan {
  readonly folder: FileToken;
  readonly venue: string | undefined;
  readonly isExporting: boolean;
  /** Whether to end when what is there has been dealt with. */
  readonly isOnce: boolean;
  /** Between two looks, milliseconds. */
  readonly intervalMs: number;
  /** Ends the watcher between two bundles. */
  readonly stop: AbortSignal;
  tell(event: WatchEvent): void;
}

/** With --once, how long a file must have kept its size, milliseconds, and how often that is waited for. */
const SETTLE_MS = 300;
const MAX_SETTLING = 2;

/**
 * Looks at a folder again and again: polling, because networks, sticks and containers do not tell of changes, and one way
 * that works everywhere is better than two. Answers whether every file that was tried came in.
 */
export async function watchFolder(session: Session, plan: WatchPlan): Promise<boolean> {
  const told = new Map<string | null, string>();
  const tellOnce = (event: WatchEvent): void => {
    if (told.get(event.file) === event.sentence) return;
    told.set(event.file, event.sentence);
    plan.tell(event);
  };
  let growing: ReadonlySet<string> = new Set();
  const isWorthTelling = ({ name, reason }: WaitingFile): boolean => {
    // What has just arrived is ready at the next look.
    if (reason === 'growing') return growing.has(name);
    // What it was refused for says more than that it waits.
    return (reason !== 'incomplete' && reason !== 'later') || !told.has(name);
  };
  let isWell = true;
  let settled = 0;
  while (!plan.stop.aborted) {
    const look = await orFailure(() => lookAt(session, plan), tellOnce, plan);
    const waiting = look?.waiting ?? [];
    for (const file of waiting) if (isWorthTelling(file)) tellOnce(waitingEvent(file));
    growing = new Set(waiting.flatMap(({ name, reason }) => (reason === 'growing' ? [name] : [])));
    const taken = await takeAll(session, plan, look?.ready ?? [], (one) => {
      tellOnce(takenEvent(one));
      isWell &&= one.outcome !== 'refused' && one.outcome !== 'held';
    });
    if (look !== null) told.delete(null);
    const exported = await orFailure(() => exportInto(session, plan), tellOnce, plan);
    isWell &&= look !== null && exported !== null;
    // A venue that came in may make welcome what came before it.
    if (taken.some(({ outcome }) => outcome === 'added')) continue;
    if (plan.isOnce) {
      if (growing.size === 0 || settled === MAX_SETTLING) break;
      settled += 1;
    }
    await pause(plan.isOnce ? SETTLE_MS : plan.intervalMs, plan.stop);
  }
  return isWell;
}

async function lookAt(session: Session, { folder, venue }: WatchPlan): Promise<FolderLook> {
  return session.request('watch.look', { folder, venue: (venue as VenueId | undefined) ?? null });
}

/** Imports files one by one, so that a signal is heard between two. */
async function takeAll(
  session: Session,
  { folder, venue, stop }: WatchPlan,
  names: readonly string[],
  tell: (taken: TakenFile) => void,
): Promise<readonly TakenFile[]> {
  const taken: TakenFile[] = [];
  for (const name of names) {
    await setImmediate();
    if (stop.aborted) break;
    const job = await session.request('watch.take', {
      folder,
      venue: (venue as VenueId | undefined) ?? null,
      name,
    });
    const one = await session.finish('take-file', job);
    taken.push(one);
    tell(one);
  }
  return taken;
}

async function exportInto(session: Session, plan: WatchPlan): Promise<true> {
  if (!plan.isExporting || plan.stop.aborted) return true;
  if ((await session.request('library.list', {})).length === 0) return true;
  const venue = await session.venue(plan.venue);
  const job = await session.request('watch.export', { folder: plan.folder, venue });
  const exported = await session.finish('export-to-folder', job);
  if (exported.isWritten) plan.tell(exportedEvent(exported));
  return true;
}

/** What was refused is told and tried again at the next look; null then. A single look that fails ends the command. */
async function orFailure<T>(
  act: () => Promise<T>,
  tell: (event: WatchEvent) => void,
  { isOnce }: WatchPlan,
): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refused) || isOnce) throw error;
    tell(failedEvent(error.report));
    return null;
  }
}

async function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(durationMs, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
