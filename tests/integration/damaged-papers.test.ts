import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { changedCopy } from '../support/craft-bundle';
import { importAll, makeMachine, makeOrganizer, SIM2SCIENCE } from '../support/machine';
import { makePdf } from '../support/pdf';

it('puts no PDF into the store when another of the same bundle is damaged, and all once it is whole', () => {
  const { bundleOf } = makeOrganizer();
  const ada = makeMachine();
  const whole = bundleOf('Ada Lindqvist');
  const damaged = changedCopy(whole, join(ada.folder, 'damaged.referee'), (bytes) => {
    const last = bytes.indexOf(makePdf('Paper 12'));
    expect(last).toBeGreaterThan(0);
    bytes[last + 20] = (bytes[last + 20] ?? 0) ^ 1;
    return bytes;
  });
  expect(importAll(ada, damaged).rows[0]?.error?.code).toBe('BUNDLE_DAMAGED');
  expect(ada.deps.stores.list()).toEqual([]);

  importAll(ada, whole);
  const blobs = join(ada.deps.stores.open(SIM2SCIENCE).folder, 'blobs');
  const names = readdirSync(blobs).toSorted();
  expect(names).toHaveLength(2);
  for (const name of names) rmSync(join(blobs, name));
  expect(importAll(ada, damaged).rows[0]?.error?.code).toBe('BUNDLE_DAMAGED');
  expect(readdirSync(blobs)).toEqual([]);
  importAll(ada, whole);
  expect(readdirSync(blobs).toSorted()).toEqual(names);

  // Where every PDF is here already, a damaged bundle is refused all the same.
  expect(importAll(ada, damaged).rows[0]?.error?.code).toBe('BUNDLE_DAMAGED');
});
