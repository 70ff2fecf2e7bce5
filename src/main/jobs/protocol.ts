import type { ErrorReport } from '@shared/contract/errors';
import type { JobKind } from '@shared/contract/job';
import type { VenueId } from '@shared/model/ids';

/** What a worker thread is started with. Everything is plain data. */
export interface WorkerStart {
  readonly kind: JobKind;
  readonly input: unknown;
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly openerPath: string | undefined;
  readonly application: { readonly name: string; readonly version: string };
  readonly startsAt: string;
  readonly timeZone: string;
  /** The private key, for kinds that sign; else null. */
  readonly privatePem: string | null;
  /** The venues that the starting thread has open: it has looked through them. */
  readonly openVenues: readonly VenueId[];
  /** One Int32: not 0 when the job is to stop. Shared, because a busy thread hears no messages. */
  readonly stop: SharedArrayBuffer;
}

/**
 * What a worker thread tells. The last message is `done` or `failed`; `failing` are the venues under which its disk
 * failed.
 */
export type WorkerMessage =
  | { readonly type: 'progress'; readonly activity: string; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly outcome: unknown; readonly failing: readonly VenueId[] }
  | { readonly type: 'failed'; readonly error: ErrorReport; readonly failing: readonly VenueId[] };
