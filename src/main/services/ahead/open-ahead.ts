import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { AgeIdentity } from '../../bundle/age/age-keys';
import { bundleOfChecked, type VerifiedBundle } from '../../bundle/verify-bundle';
import { rememberReviews } from '../review-content';
import { ASKED, CLAIMS, TOLD, unpackFound, type OpenedAhead, type OpenerStart } from './protocol';

/** How long an answer may take before its thread is given up, milliseconds. A small bundle takes less than one. */
const PATIENCE_MS = 10_000;

/** Bundles that another thread opens while this one takes in those before them. */
export interface OpenedBundles {
  /** The bundle at a place in the list; null when it is to be opened here. Places are asked for in ascending order. */
  take(place: number): VerifiedBundle | null;
  /** Ends the thread. */
  close(): void;
}

/**
 * Starts a thread that opens files, each read and checked whole as `openBundle` does it. This thread does not wait for it
 * to start: what it has not begun, this one opens.
 *
 * @param threadPath the built module of the thread
 * @param paths small files
 */
export function openAhead(
  threadPath: string,
  paths: readonly string[],
  keys: readonly AgeIdentity[],
): OpenedBundles {
  const { port1: port, port2: farPort } = new MessageChannel();
  const state = new SharedArrayBuffer((CLAIMS + paths.length) * Int32Array.BYTES_PER_ELEMENT);
  const words = new Int32Array(state);
  const start: OpenerStart = { paths, keys, state, port: farPort };
  const worker = new Worker(threadPath, { workerData: start, transferList: [farPort] });
  worker.unref();
  // A thread that fails to start or ends early has opened nothing more: the rest is opened here.
  worker.on('error', () => undefined);
  let isGivenUp = false;

  return {
    take(place) {
      Atomics.store(words, ASKED, place);
      Atomics.notify(words, ASKED);
      if (isGivenUp || Atomics.exchange(words, CLAIMS + place, 1) === 0) return null;
      const opened = waitFor(port, words, place);
      isGivenUp = opened === null;
      return opened === null || opened.text === null ? null : toBundle(opened.text, opened.bytes);
    },
    close() {
      port.close();
      void worker.terminate();
    },
  };
}

/** What became of the file at a place; null when the thread has fallen silent. */
function waitFor(port: MessagePort, words: Int32Array, place: number): OpenedAhead | null {
  for (;;) {
    const told = Atomics.load(words, TOLD);
    const received = receiveMessageOnPort(port)?.message as OpenedAhead | undefined;
    if (received?.place === place) return received;
    if (received === undefined && Atomics.wait(words, TOLD, told, PATIENCE_MS) === 'timed-out') return null;
  }
}

function toBundle(text: string, bytes: Uint8Array): VerifiedBundle {
  const { bundle, reviews } = unpackFound(text, bytes);
  const opened = bundleOfChecked(bundle);
  if (reviews !== null) rememberReviews(opened, reviews);
  return opened;
}
