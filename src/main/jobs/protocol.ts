import type { ErrorReport } from '@shared/contract/errors';
import type { JobKind } from '@shared/contract/job';

/** What a worker thread is started with. Everything is plain data. */
export interface WorkerStart {
  readonly kind: JobKind;
  readonly input: unknown;
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly application: { readonly name: string; readonly version: string };
  readonly startsAt: string;
  readonly timeZone: string;
  /** The private key, for kinds that sign; else null. */
  readonly privatePem: string | null;
  /** One Int32: not 0 when the job is to stop. Shared, because a busy thread hears no messages. */
  readonly stop: SharedArrayBuffer;
}

/** What a worker thread tells. The last message is `done` or `failed`. */
export type WorkerMessage =
  | { readonly type: 'progress'; readonly activity: string; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly outcome: unknown }
  | { readonly type: 'failed'; readonly error: ErrorReport };
