import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Identity } from '@main/bundle/keys';
import { takeApart, type Parts } from '../support/craft-bundle';
import { keys } from '../conformance/make/material';
import { goldenChair, makeGoldenBundles } from '../fixtures/bundles/v1/golden';
import { makeReceiver, type Receiver } from './receivers';

/** A real bundle that mutants are made of. */
export interface Original {
  readonly name: string;
  readonly path: string;
  readonly bytes: Buffer;
  /** The key that its author signs with. */
  readonly author: Identity;
  /** Taken apart anew each time; null where it is encrypted and only its bytes can be changed. */
  takeApart(): Parts | null;
  /** Who it is for. */
  readonly receivers: readonly Receiver[];
}

/** A good review bundle, the chair it is for, and that chair's store once it came in alone. */
export interface Companion {
  readonly path: string;
  readonly receiver: Receiver;
  readonly alone: string;
}

/** What a fuzz run needs. */
export interface Corpus {
  readonly originals: readonly Original[];
  readonly companion: Companion;
  close(): void;
}

/**
 * Bundles of every kind with the computers that they are for: a chair who has the venue, a reviewer who has it, and one who has
 * nothing yet.
 *
 * @param folder empty; everything is written there
 */
export function makeCorpus(folder: string): Corpus {
  const golden = join(folder, 'golden');
  const made = makeGoldenBundles(golden, resolve('tests/fixtures/bundles/v1'));
  const chair = makeReceiver(join(folder, 'chair'), keys.chair, [goldenChair(golden)]);
  const reviewer = makeReceiver(join(folder, 'reviewer'), keys.reviewer, [made.assignment]);
  const newcomer = makeReceiver(join(folder, 'newcomer'), keys.stranger, []);
  const bundle = (
    name: string,
    path: string,
    author: Identity,
    receivers: readonly Receiver[],
    isEncrypted = false,
  ): Original => ({
    name,
    path,
    bytes: readFileSync(path),
    author,
    takeApart: () => (isEncrypted ? null : takeApart(path)),
    receivers,
  });
  return {
    originals: [
      bundle('assignment', made.assignment, keys.organizer, [newcomer, reviewer]),
      bundle('review', made.review, keys.reviewer, [chair]),
      bundle('review that settles', made.settling, keys.reviewer, [chair, reviewer]),
      bundle('consolidation', made.consolidation, keys.chair, [chair]),
      bundle('decision', made.decision, keys.organizer, [chair]),
      bundle('encrypted review', made.encrypted, keys.reviewer, [chair], true),
    ],
    companion: companionOf(join(golden, 'bo-one.referee'), chair),
    close: () => {
      for (const receiver of [chair, reviewer, newcomer]) receiver.close();
    },
  };
}

function companionOf(path: string, receiver: Receiver): Companion {
  receiver.import(path);
  const alone = receiver.state();
  receiver.reset();
  return { path, receiver, alone };
}
