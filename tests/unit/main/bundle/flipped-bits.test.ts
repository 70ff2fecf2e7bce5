import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AppError, type ErrorCode } from '@shared/contract/errors';
import { openBundleBytes } from '@main/bundle/verify-bundle';
import { makeRandom } from '../../../fuzz/random';
import { pack, resign, takeApart } from '../../../support/craft-bundle';
import { importAll, makeMachine, SIM2SCIENCE, type Machine } from '../../../support/machine';
import { makeJudgements } from '../../../support/judgements';
import { makeScene } from '../../../support/scene';
import { dumpStore, listFiles } from '../../../support/store-state';

/** The code with which bytes are refused; `opened` when they are not; anything unexpected by its message. */
function codeOf(bytes: Uint8Array): string {
  try {
    openBundleBytes(bytes, 'some.referee').close();
    return 'opened';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

const REFUSALS: readonly ErrorCode[] = [
  'BUNDLE_NOT_A_BUNDLE',
  'BUNDLE_TRUNCATED',
  'BUNDLE_DAMAGED',
  'BUNDLE_FORGED',
  'BUNDLE_INVALID',
];
const random = makeRandom(20_260_510);

/** What a machine holds: rows, and files with their bytes. */
const stateOf = (machine: Machine): unknown => ({
  rows: machine.deps.stores.has(SIM2SCIENCE) ? dumpStore(machine, SIM2SCIENCE) : null,
  files: listFiles(machine.folder),
});

function flip(bytes: Buffer, bit: number): void {
  bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
}

it('notices each of 10,000 single flipped bits, in bundles of every kind', { timeout: 120_000 }, () => {
  const { assignment, review } = makeScene();
  const { consolidation, decision } = makeJudgements();
  const unnoticed: string[] = [];
  for (const path of [assignment, review, consolidation, decision]) {
    const bytes = readFileSync(path);
    for (let run = 0; run < 2_500; run += 1) {
      const bit = random.below(bytes.length * 8);
      flip(bytes, bit);
      const code = codeOf(bytes);
      if (!REFUSALS.includes(code as ErrorCode)) unnoticed.push(`${path}, bit ${bit}: ${code}`);
      flip(bytes, bit);
    }
    expect(codeOf(bytes)).toBe('opened');
  }
  expect(unnoticed).toEqual([]);
});

it('imports none of 200 files with a flipped bit, PDFs’ bits among them, and leaves the store as it was', () => {
  const { organizer, ada, assignment, review } = makeScene();
  for (const [machine, source, outcomes] of [
    [organizer, review, ['refused']],
    [makeMachine(), assignment, ['refused']],
    // It has this assignment: where only PDFs are damaged, which it has too, none of them is read.
    [ada, assignment, ['already', 'refused']],
  ] as const) {
    const bytes = readFileSync(source);
    const path = join(machine.folder, 'flipped.referee');
    writeFileSync(path, bytes);
    const paths = Array.from({ length: 100 }, (_, index) => {
      const copy = Buffer.from(bytes);
      flip(copy, random.below(bytes.length * 8));
      const target = join(machine.folder, `flipped-${index}.referee`);
      writeFileSync(target, copy);
      return target;
    });
    const before = stateOf(machine);
    const found = new Set(importAll(machine, ...paths).rows.map(({ outcome }) => outcome));
    expect([...found].toSorted()).toEqual(outcomes);
    expect(stateOf(machine)).toEqual(before);
  }
});

it(
  'refuses as incomplete a bundle that ends anywhere in its last 64 KiB or at 200 other places',
  { timeout: 120_000 },
  () => {
    const { organizer, ada, assignment } = makeScene();
    const parts = takeApart(assignment);
    parts.files.set('data/papers/7/paper.pdf', random.bytes(200_000));
    resign(parts, organizer.identity);
    const whole = readFileSync(pack(join(ada.folder, 'long.referee'), parts));
    expect(codeOf(whole)).toBe('opened');
    const lengths = [
      ...Array.from({ length: 65_536 }, (_, index) => whole.length - 1 - index),
      ...Array.from({ length: 200 }, () => 4 + random.below(whole.length - 65_536)),
    ];
    const other = lengths.filter((length) => codeOf(whole.subarray(0, length)) !== 'BUNDLE_TRUNCATED');
    expect(other).toEqual([]);
  },
);

it('imports nothing of a bundle that ends too early, and leaves the store as it was', () => {
  const { organizer, review } = makeScene();
  const whole = readFileSync(review);
  const paths = Array.from({ length: 60 }, (_, index) => {
    const path = join(organizer.folder, `cut-${index}.referee`);
    writeFileSync(
      path,
      whole.subarray(0, index < 30 ? whole.length - 1 - index : 4 + random.below(whole.length - 4)),
    );
    return path;
  });
  const before = stateOf(organizer);
  const { rows } = importAll(organizer, ...paths);
  expect(new Set(rows.map(({ error }) => error?.code))).toEqual(new Set(['BUNDLE_TRUNCATED']));
  expect(stateOf(organizer)).toEqual(before);
});

it('refuses a consolidation that ends where a bundle inside it does', () => {
  const whole = readFileSync(makeJudgements().consolidation);
  const codes = new Set(
    Array.from({ length: whole.length - 4 }, (_, index) => codeOf(whole.subarray(0, index + 4))),
  );
  expect([...codes].toSorted()).toEqual(['BUNDLE_NOT_A_BUNDLE', 'BUNDLE_TRUNCATED']);
});
