import type { Instant } from '@shared/model/time';
import type { Identity } from '../bundle/keys';
import type { PagePrinter } from './page-printer';
import type { Stores } from '../store/stores';

/** The time, injected: a demo or a test sets it. */
export interface Clock {
  nowMs(): number;
  /** The reader's IANA zone. */
  readonly timeZone: string;
}

/** What every service is given. Plain enough to be built again in a worker thread. */
export interface ServiceDeps {
  readonly stores: Stores;
  readonly clock: Clock;
  /** This machine's signing identity; made on first use. */
  identity(): Identity;
  readonly application: { readonly name: string; readonly version: string };
  /** Typesets PDFs; not in the threads of jobs, which have no Electron. */
  readonly printer?: PagePrinter;
  /** The folder of files that ship with the application: venues, schemas, the sample. */
  readonly resourcesFolder: string;
  /** The built module of the thread that opens bundles ahead (ahead/opener-thread); without it they are opened one by one. */
  readonly openerPath?: string | undefined;
}

/** How a long service tells how far it is, and hears that it should stop. */
export interface JobControl {
  /** `total` is 0 while it is not known. */
  progress(activity: string, done: number, total: number): void;
  /**
   * To be called between steps that can stand alone.
   *
   * @throws AppError CANCELLED when a person asked to stop
   */
  checkpoint(): void;
}

/** A control for services that are called outside a job. */
export const quiet: JobControl = { progress: () => undefined, checkpoint: () => undefined };

/** The clock's time as the model writes instants. */
export function nowInstant(clock: Clock): Instant {
  return new Date(clock.nowMs()).toISOString() as Instant;
}

/** A clock that starts at an instant when it is made and then runs on; by default the system's own. */
export function startClock(startsAt: string | undefined, timeZone: string): Clock {
  const offsetMs = startsAt === undefined ? 0 : Date.parse(startsAt) - Date.now();
  if (Number.isNaN(offsetMs)) throw new Error(`not an instant: ${startsAt}`);
  return { nowMs: () => Date.now() + offsetMs, timeZone };
}
