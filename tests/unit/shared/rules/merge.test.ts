import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sha256 } from '@shared/model/ids';
import { headOf, standingChains, type Chain } from '@shared/rules/merge';

const chain = (...hashes: string[]): Chain => hashes as unknown as Sha256[];

/** True chains of one review: every revision has one parent, so a chain is a path from the root of a tree. */
const trueChains = fc
  .array(fc.nat(), { minLength: 1, maxLength: 12 })
  .chain((parents) => {
    const paths: string[][] = [];
    parents.forEach((seed, index) => {
      const parent = index === 0 ? undefined : paths[seed % (index + 1)];
      paths.push([...(parent ?? []), `h${index}`]);
    });
    return fc.array(fc.constantFrom(...paths), { minLength: 1, maxLength: 12 });
  })
  .map((paths) => paths.map((path) => chain(...path)));

/** Any chains at all, as somebody with a key might write them. */
const anyChains = fc.array(
  fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 4 })
    .map((one) => chain(...one)),
  { minLength: 1, maxLength: 8 },
);

describe('the chains that stand', () => {
  it('are the longest of a line', () => {
    expect(standingChains([chain('a'), chain('a', 'b', 'c'), chain('a', 'b')])).toEqual([
      chain('a', 'b', 'c'),
    ]);
  });

  it('are all of those that part', () => {
    expect(standingChains([chain('a'), chain('a', 'c'), chain('a', 'b')])).toEqual([
      chain('a', 'b'),
      chain('a', 'c'),
    ]);
    expect(standingChains([chain('x'), chain('y')])).toEqual([chain('x'), chain('y')]);
  });

  it('keep both sides of a fork that lies behind the newest revisions', () => {
    const left = chain('a', 'b', 'c');
    const right = chain('a', 'd', 'e');
    expect(standingChains([left, chain('a', 'd'), right, chain('a', 'b')])).toEqual([left, right]);
  });

  it('do not depend on order or repetition, whatever was claimed', () => {
    fc.assert(
      fc.property(anyChains, fc.infiniteStream(fc.nat()), (chains, numbers) => {
        const shuffled = [...chains, ...chains].map((one) => ({ one, key: numbers.next().value as number }));
        const other = shuffled.toSorted((a, b) => a.key - b.key).map(({ one }) => one);
        expect(standingChains(other)).toEqual(standingChains(chains));
      }),
    );
  });

  it('do not depend on how the imports were grouped', () => {
    fc.assert(
      fc.property(trueChains, fc.nat({ max: 12 }), (chains, cut) => {
        const left = standingChains(chains.slice(0, cut));
        const right = standingChains(chains.slice(cut));
        expect(standingChains([...left, ...right])).toEqual(standingChains(chains));
      }),
    );
  });

  it('lose no revision: each one received is in a chain that stands', () => {
    fc.assert(
      fc.property(trueChains, (chains) => {
        const standing = new Set(standingChains(chains).flat());
        expect(chains.flat().every((hash) => standing.has(hash))).toBe(true);
      }),
    );
  });

  it('are never none, even when histories claim each other', () => {
    const claims = [chain('b', 'x', 'a'), chain('a', 'y', 'b')];
    expect(standingChains(claims)).toHaveLength(2);
    fc.assert(
      fc.property(anyChains, (chains) => {
        expect(standingChains(chains).length).toBeGreaterThan(0);
      }),
    );
  });

  it('are found among the longest histories that a bundle may carry', () => {
    const long = chain(...Array.from({ length: 10_000 }, (_, index) => `h${index}`));
    expect(standingChains([long, long.slice(0, 5_000), long.slice(0, 1)])).toEqual([long]);
  });
});

describe('a chain’s head', () => {
  it('is its newest revision', () => {
    expect(headOf(chain('a', 'b'))).toBe('b');
  });

  it('is asked of no empty chain', () => {
    expect(() => headOf([])).toThrow('empty');
  });
});
