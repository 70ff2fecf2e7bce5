import type { JobKind, JobState } from '@shared/contract/job';
import type { JobId, VenueId } from '@shared/model/ids';
import type { ServiceDeps } from '../services/deps';
import type { Jobs } from './jobs';

/** Sees to it that every paper that came in can soon be searched. */
export interface IndexKeeper {
  /** To be told of every change of a job: one that ended well may have brought papers in. */
  noteJob(state: JobState): void;
  /** From now on papers are read beside the window, one venue after another, first those that were not read to the end. */
  watch(): void;
  finish(): void;
}

/** How long the start of the application, or a job that ended, is left alone, milliseconds. */
const PAUSE_MS = 3_000;

/** Jobs through which papers come in. */
const BRINGING: ReadonlySet<JobKind> = new Set<JobKind>([
  'import-bundles',
  'open-sample',
  'create-venue',
  'take-file',
  'restore-backup',
]);

/** Keeps the search indexes of the venues of some stores. `onChange` hears of each paper more; `onFailure`, why one stopped. */
export function createIndexKeeper(
  deps: Pick<ServiceDeps, 'stores'>,
  jobs: Pick<Jobs, 'start'>,
  readerPath: string,
  onChange: (venue: VenueId) => void,
  onFailure: (detail: string) => void,
): IndexKeeper {
  let timer: NodeJS.Timeout | null = null;
  let isWatching = false;
  let running: { readonly venue: VenueId; readonly job: JobId } | null = null;
  // Venues that were gone through, well or not, until papers come in: what failed would fail again and again.
  const settled = new Set<VenueId>();
  let haveCome = false;

  const startNext = (): void => {
    timer = null;
    if (running !== null) return;
    const venue = deps.stores.listOpen().find((one) => !settled.has(one));
    if (venue === undefined) return;
    haveCome = false;
    running = { venue, job: jobs.start('index-papers', { venue, readerPath }, (report) => report) };
  };
  const soon = (): void => {
    if (isWatching) timer ??= setTimeout(startNext, PAUSE_MS).unref();
  };

  return {
    noteJob({ id, kind, status, error }) {
      if (kind !== 'index-papers') {
        if (status !== 'done' || !BRINGING.has(kind)) return;
        haveCome = true;
        settled.clear();
        soon();
        return;
      }
      if (running === null || running.job !== id) return;
      const { venue } = running;
      onChange(venue);
      if (status === 'running') return;
      running = null;
      if (!haveCome) settled.add(venue);
      if (error !== null) onFailure(`${venue}: ${error.detail ?? error.message}`);
      soon();
    },
    watch() {
      isWatching = true;
      soon();
    },
    finish() {
      isWatching = false;
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
