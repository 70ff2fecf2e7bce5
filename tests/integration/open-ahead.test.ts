import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { importBundles } from '@main/services/import-bundles';
import { openAhead } from '@main/services/ahead/open-ahead';
import { readReviews } from '@main/services/review-content';
import { quiet } from '@main/services/deps';
import { prepareCipher } from '@main/bundle/age/cipher';
import { openBundle, type VerifiedBundle } from '@main/bundle/verify-bundle';
import { changedCopy } from '../support/craft-bundle';
import {
  answer,
  completeReview,
  exportTo,
  importAll,
  makeMachine,
  makeOrganizer,
  SIM2SCIENCE,
  type Machine,
} from '../support/machine';
import { buildOpener } from '../support/opener';
import { dumpStore } from '../support/store-state';

/**
 * A chair, and many small files for her: versions of two reviews, some of them encrypted, damaged ones, one that is none,
 * one that is gone.
 */
function makeFiles(versions: number): { chair(): Machine; paths: readonly string[] } {
  const { machine: organizer, bundleOf } = makeOrganizer();
  const paths: string[] = [];
  for (const [name, paper] of [
    ['Ada Lindqvist', 7],
    ['Bo Nakamura', 31],
  ] as const) {
    const reviewer = makeMachine();
    importAll(reviewer, bundleOf(name));
    completeReview(reviewer, paper);
    for (let version = 0; version < versions; version += 1) {
      const text = `${'The authors fit a surrogate to the simulator. '.repeat(20)}${version}`;
      answer(reviewer, paper, 'summary', { kind: 'text', text });
      const target = join(reviewer.folder, `${version}.referee`);
      const { path } = exportTo(reviewer, target, [paper], false, version % 3 === 1);
      const damaged = changedCopy(path, join(reviewer.folder, `damaged-${version}.referee`), (bytes) => {
        bytes[400 + version] = (bytes[400 + version] ?? 0) ^ 1;
        return bytes;
      });
      paths.push(path, damaged);
    }
  }
  paths.splice(9, 0, join(organizer.folder, 'papers.csv'), join(organizer.folder, 'gone.referee'));
  return {
    chair: () => {
      const noor = makeMachine(undefined, organizer.identity);
      importAll(noor, bundleOf('Noor Haddad'));
      return noor;
    },
    paths,
  };
}

it('gives the same answers and the same store whether another thread opens files ahead, fails to start, or is none', async () => {
  await prepareCipher();
  const { chair, paths } = makeFiles(40);
  const alone = chair();
  const { rows } = importAll(alone, ...paths);
  expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['added', 'updated', 'refused']));
  for (const openerPath of [await buildOpener(), '/nowhere/opener.js']) {
    const noor = chair();
    const input = { paths, venue: null };
    expect(importBundles({ ...noor.deps, openerPath }, input, quiet).rows).toEqual(rows);
    expect(dumpStore(noor, SIM2SCIENCE)).toEqual(dumpStore(alone, SIM2SCIENCE));
  }
});

it('hands over what another thread opened as if it had been opened here, and nothing that is damaged', async () => {
  const { paths } = makeFiles(1);
  const [good, damaged] = paths as readonly [string, string];
  const many = Array.from({ length: 5_000 }, (_, place) => (place % 2 === 0 ? good : damaged));
  const opened = openAhead(await buildOpener(), many, []);
  try {
    let place = -2;
    const ahead = await vi.waitFor(
      () => {
        place += 2;
        return opened.take(place) ?? Promise.reject(new Error('the thread has not begun'));
      },
      { timeout: 20_000, interval: 5 },
    );
    const here = openBundle(good);
    const plain = ({ header, signerPem, manifest, fileName, isEncrypted, sizeBytes }: VerifiedBundle) => ({
      header,
      signerPem,
      manifest,
      fileName,
      isEncrypted,
      sizeBytes,
    });
    expect(plain(ahead)).toEqual(plain(here));
    expect(readReviews(ahead)).toEqual(readReviews(here));
    expect(bytesOf(ahead)).toEqual(bytesOf(here));
    expect(ahead.readTag('signer.pem')).toEqual(here.readTag('signer.pem'));
    expect(opened.take(place + 1)).toBeNull();
    here.close();
  } finally {
    opened.close();
  }
});

function bytesOf(bundle: VerifiedBundle): Buffer {
  const parts: Buffer[] = [];
  bundle.copyTo((chunk) => parts.push(Buffer.from(chunk)));
  return Buffer.concat(parts);
}
