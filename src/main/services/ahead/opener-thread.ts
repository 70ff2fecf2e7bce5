import { workerData } from 'node:worker_threads';
import { prepareCipher } from '../../bundle/age/cipher';
import { bundleOfChecked, checkBundle, type CheckedBundle } from '../../bundle/verify-bundle';
import { readReviews } from '../review-content';
import {
  ASKED,
  CLAIMS,
  packFound,
  TOLD,
  type FoundAhead,
  type OpenedAhead,
  type OpenerStart,
} from './protocol';

// The thread that opens bundles while another one takes in those before them. It writes nothing.

/** How many bundles may wait to be taken in. */
const MOST_WAITING = 96;

/** How far ahead of the importer a bundle is begun: until it is there, this thread is done with it. */
const LEAD = 16;

const { paths, keys, state, port } = workerData as OpenerStart;
const words = new Int32Array(state);

if (keys.length > 0) await prepareCipher();

for (let place = turnAfter(-1); place < paths.length; place = turnAfter(place)) {
  if (Atomics.exchange(words, CLAIMS + place, 1) === 0) tell(open(place, paths[place] as string));
}
port.close();

/** The next place to open: waited for when too many are ahead, further on when the importer has come close. */
function turnAfter(place: number): number {
  for (;;) {
    const asked = Atomics.load(words, ASKED);
    const next = Math.max(place + 1, asked + LEAD);
    if (next < asked + MOST_WAITING) return next;
    Atomics.wait(words, ASKED, asked);
  }
}

function open(place: number, path: string): OpenedAhead {
  try {
    const bundle = checkBundle(path, () => keys);
    return { place, bytes: bundle.bytes, text: packFound({ bundle, reviews: reviewsOf(bundle) }) };
  } catch {
    return { place, bytes: new Uint8Array(), text: null };
  }
}

function reviewsOf(bundle: CheckedBundle): FoundAhead['reviews'] {
  if (bundle.checked.header.kind !== 'review') return null;
  try {
    return readReviews(bundleOfChecked(bundle));
  } catch {
    return null;
  }
}

function tell(opened: OpenedAhead): void {
  port.postMessage(opened);
  Atomics.add(words, TOLD, 1);
  Atomics.notify(words, TOLD);
}
