import { describe, expect, it } from 'vitest';
import { generateIdentity, isSignedBy, signBytes } from '@main/bundle/keys';
import { isOfSmallOrder } from '@main/bundle/small-order';

const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;

const modulo = (value: bigint, by = P): bigint => ((value % by) + by) % by;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = modulo(base);
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = modulo(result * square);
    square = modulo(square * square);
  }
  return result;
}

/** 32 bytes, the least first, as RFC 8032 writes numbers. */
const toBytes = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();
const fromBytes = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);

/** y after doubling a point: with u = y², x² = (u - 1) / (du + 1), the curve's law leaves y only. */
function doubledY(y: bigint): bigint {
  const u = modulo(y * y);
  const x2 = modulo((u - 1n) * power(D * u + 1n, P - 2n));
  return modulo((u + x2) * power(1n - D * x2 * u, P - 2n));
}

/** The arithmetic of RFC 8032 itself: whether eight times the point with this y is the neutral element, y = 1. */
const isKilledByEight = (y: bigint): boolean => doubledY(doubledY(doubledY(modulo(y)))) === 1n;

const pemOf = (point: Uint8Array): string => {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), point]);
  return `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`;
};

/** The y of two of the four points of order 8. */
const EIGHTH = fromBytes(
  Buffer.from('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', 'hex'),
);
const SMALL = [0n, 1n, P - 1n, P, P + 1n, EIGHTH, P - EIGHTH];

describe('a key of small order, with which anybody can sign anything', () => {
  it.each(SMALL.map((y) => [y.toString(16), y] as const))('is known as one: y = %s', (_hex, y) => {
    expect(isKilledByEight(y)).toBe(true);
    const negative = toBytes(y | (1n << 255n));
    expect([isOfSmallOrder(toBytes(y)), isOfSmallOrder(negative)]).toEqual([true, true]);
  });

  it('is not mistaken for a real one', () => {
    for (let run = 0; run < 200; run += 1) {
      const point = Buffer.from(generateIdentity().publicPem.split('\n')[1] ?? '', 'base64').subarray(-32);
      expect(isOfSmallOrder(point)).toBe(false);
    }
  });

  it('signs nothing, whatever the library beneath says', () => {
    for (const a of SMALL) {
      for (const r of SMALL) {
        const signature = Buffer.concat([toBytes(r), Buffer.alloc(32)]);
        const fooled = Array.from({ length: 16 }, (_, index) =>
          isSignedBy(pemOf(toBytes(a)), Buffer.from(`text ${index}`), signature),
        );
        expect(fooled).not.toContain(true);
      }
    }
  });
});

it('a signature has one form: adding the order to its second half makes it void', () => {
  const identity = generateIdentity();
  const message = Buffer.from('what was signed');
  const signature = signBytes(identity, message);
  const s = fromBytes(signature.subarray(32));
  const other = Buffer.concat([signature.subarray(0, 32), toBytes(s + ORDER)]);
  expect(isSignedBy(identity.publicPem, message, signature)).toBe(true);
  expect(isSignedBy(identity.publicPem, message, other)).toBe(false);
});
