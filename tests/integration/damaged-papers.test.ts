import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBlobServer } from '@main/shell/serve-blob';
import { changedCopy } from '../support/craft-bundle';
import { importAll, makeMachine, makeOrganizer, SIM2SCIENCE, type Machine } from '../support/machine';
import { makePdf } from '../support/pdf';
import { listFiles } from '../support/store-state';
import { tempFolder } from '../support/temp';

function flipAt(bytes: Buffer, at: number): Buffer {
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
}

it('puts no PDF into the store when another of the same bundle is damaged, and all once it is whole', () => {
  const { bundleOf } = makeOrganizer();
  const ada = makeMachine();
  const whole = bundleOf('Ada Lindqvist');
  const damaged = changedCopy(whole, join(ada.folder, 'damaged.referee'), (bytes) => {
    const last = bytes.indexOf(makePdf('Paper 12'));
    expect(last).toBeGreaterThan(0);
    return flipAt(bytes, last + 20);
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
});

describe('a bundle that was imported before', () => {
  function makeReviewer(): { machine: Machine; bundle: string; blobs: readonly string[] } {
    const { bundleOf } = makeOrganizer();
    const machine = makeMachine();
    const bundle = bundleOf('Ada Lindqvist');
    importAll(machine, bundle);
    const folder = join(machine.deps.stores.open(SIM2SCIENCE).folder, 'blobs');
    return { machine, bundle, blobs: readdirSync(folder).map((name) => join(folder, name)) };
  }

  // Both its own PDFs and those of the store are damaged where nothing but reading would show it.
  it('is known by its signed header, and no PDF is read for that', () => {
    const { machine, bundle, blobs } = makeReviewer();
    for (const blob of blobs) writeFileSync(blob, flipAt(readFileSync(blob), 20));
    const before = listFiles(machine.folder);
    const damaged = changedCopy(bundle, join(tempFolder(), 'damaged.referee'), (bytes) => {
      return flipAt(bytes, bytes.indexOf(makePdf('Paper 12')) + 20);
    });
    expect(importAll(machine, damaged).rows[0]).toMatchObject({ outcome: 'already', error: null });
    expect(listFiles(machine.folder)).toEqual(before);
  });

  it('puts a PDF back that the reader was refused for its damage', async () => {
    const { machine, bundle, blobs } = makeReviewer();
    const [blob = '', other = ''] = blobs;
    const whole = readFileSync(blob);
    writeFileSync(blob, flipAt(readFileSync(blob), 20));
    const serve = createBlobServer(machine.deps.stores);
    expect((await serve(`/${SIM2SCIENCE}/${basename(blob)}`, null)).status).toBe(409);
    expect((await serve(`/${SIM2SCIENCE}/${basename(other)}`, null)).status).toBe(200);
    expect(importAll(machine, bundle).rows[0]).toMatchObject({
      outcome: 'updated',
      sentence: expect.stringContaining('1 lost or damaged') as string,
    });
    expect(readFileSync(blob).equals(whole)).toBe(true);
    expect(importAll(machine, bundle).rows[0]?.outcome).toBe('already');
  });

  it('takes no damaged PDF from it for one that is lost', () => {
    const { machine, bundle, blobs } = makeReviewer();
    for (const blob of blobs) rmSync(blob);
    const damaged = changedCopy(bundle, join(tempFolder(), 'damaged.referee'), (bytes) => {
      return flipAt(bytes, bytes.indexOf(makePdf('Paper 12')) + 20);
    });
    expect(importAll(machine, damaged).rows[0]?.error?.code).toBe('BUNDLE_DAMAGED');
    expect(blobs.some((blob) => existsSync(blob))).toBe(false);
  });
});
