import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '@shared/contract/errors';
import type { VenueId } from '@shared/model/ids';
import { prepareCipher } from '../bundle/age/cipher';
import { identityFromPem, type Identity } from '../bundle/keys';
import { nowInstant, startClock, type JobControl, type ServiceDeps } from '../services/deps';
import { toReport } from '../services/error-report';
import { openStores } from '../store/stores';
import { runWork, type JobInputs } from './kinds';
import type { WorkerMessage, WorkerStart } from './protocol';
import { giveWay } from './thread-priority';

/** Progress is told at most this often, milliseconds. */
const PROGRESS_INTERVAL_MS = 50;

giveWay();

const start = workerData as WorkerStart;
const stop = new Int32Array(start.stop);
const clock = startClock(start.startsAt, start.timeZone);
const stores = openStores(start.dataFolder, () => nowInstant(clock), start.openVenues);

let identity: Identity | null = null;
const deps: ServiceDeps = {
  stores,
  clock,
  application: start.application,
  resourcesFolder: start.resourcesFolder,
  openerPath: start.openerPath,
  identity: () => {
    if (start.privatePem === null) throw new Error(`a job of kind ${start.kind} has no business signing`);
    return (identity ??= identityFromPem(start.privatePem));
  },
};

let toldAtMs = 0;
const control: JobControl = {
  progress(activity, done, total) {
    const nowMs = Date.now();
    if (nowMs - toldAtMs < PROGRESS_INTERVAL_MS) return;
    toldAtMs = nowMs;
    tell({ type: 'progress', activity, done, total });
  },
  checkpoint() {
    if (Atomics.load(stop, 0) !== 0) throw new AppError('CANCELLED', 'Cancelled.');
  },
};

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

/** Closes the stores; answers the venues under which the disk failed, whoever caught the error. */
function end(): readonly VenueId[] {
  const failing = stores.suspectFailing();
  stores.close();
  return failing;
}

async function run(): Promise<void> {
  try {
    await prepareCipher();
    const outcome = await runWork(start.kind, deps, start.input as JobInputs[typeof start.kind], control);
    const failing = end();
    tell({ type: 'done', outcome, failing });
  } catch (error) {
    tell({ type: 'failed', error: toReport(error), failing: end() });
  }
}

await run();
