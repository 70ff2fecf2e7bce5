import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AppError, type ErrorCode } from '@shared/contract/errors';
import { openBundle } from '@main/bundle/verify-bundle';
import { makeScene } from '../../../support/scene';

/** The code with which a file is refused; `opened` when it is not; anything unexpected by its message. */
function codeOf(path: string): string {
  try {
    openBundle(path).close();
    return 'opened';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

/** Numbers that look random and are the same in every run. */
function* numbersBelow(limit: number): Generator<number, never> {
  let state = 0x9e3779b9;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield Math.floor((state / 0x1_0000_0000) * limit);
  }
}

const REFUSALS: readonly ErrorCode[] = [
  'BUNDLE_NOT_A_BUNDLE',
  'BUNDLE_TRUNCATED',
  'BUNDLE_DAMAGED',
  'BUNDLE_FORGED',
  'BUNDLE_INVALID',
];

it('notices each of 2,000 single flipped bits of a bundle', { timeout: 60_000 }, () => {
  const { assignment } = makeScene();
  const whole = readFileSync(assignment);
  const path = join(assignment, '..', 'flipped.referee');
  const bits = numbersBelow(whole.length * 8);
  const unnoticed: string[] = [];
  for (let run = 0; run < 2_000; run += 1) {
    const bit = bits.next().value;
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    writeFileSync(path, bytes);
    const code = codeOf(path);
    if (!REFUSALS.includes(code as ErrorCode)) unnoticed.push(`bit ${bit}: ${code}`);
  }
  expect(unnoticed).toEqual([]);
  expect(codeOf(assignment)).toBe('opened');
});

it('refuses a bundle that ends too early, wherever it ends', { timeout: 60_000 }, () => {
  const { review } = makeScene();
  const whole = readFileSync(review);
  const path = join(review, '..', 'cut.referee');
  const codes = new Set<string>();
  for (let length = 0; length < whole.length; length += length < 8 || length > whole.length - 300 ? 1 : 37) {
    writeFileSync(path, whole.subarray(0, length));
    codes.add(codeOf(path));
  }
  expect(statSync(review).size).toBe(whole.length);
  expect([...codes].toSorted()).toEqual(['BUNDLE_NOT_A_BUNDLE', 'BUNDLE_TRUNCATED']);
});
