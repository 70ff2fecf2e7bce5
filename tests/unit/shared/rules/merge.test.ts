import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sha256 } from '@shared/model/ids';
import type { PersonId, ReviewId } from '@shared/model/ids';
import type { Settlement } from '@shared/model/settlement';
import type { Instant } from '@shared/model/time';
import {
  extendChain,
  headOf,
  settleChains,
  standingChains,
  type Chain,
  type NamedSettlement,
} from '@shared/rules/merge';

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

  it('are one again when a revision settles both sides', () => {
    const left = chain('a', 'b');
    const right = chain('a', 'c');
    const merged = extendChain(left, [right], 'm' as Sha256);
    expect(merged).toEqual(chain('a', 'c', 'b', 'm'));
    expect(standingChains([left, merged, right])).toEqual([merged]);
    expect(standingChains([left, merged, chain('a', 'c', 'd')])).toEqual([chain('a', 'c', 'd'), merged]);
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

/** A word on versions that part, named `hash`. */
function word(
  hash: string,
  keep: string,
  over: readonly string[],
  replaces: readonly string[] = [],
): NamedSettlement {
  const settlement: Settlement = {
    review: 'r-0000000000000000' as ReviewId,
    keep: keep as Sha256,
    over: over as unknown as Sha256[],
    by: 'p-0000000000000000' as PersonId,
    settledAt: '2026-05-10T09:00:00.000Z' as Instant,
    replaces: replaces as unknown as Sha256[],
  };
  return { hash: hash as Sha256, settlement };
}

const [x, y, z] = [chain('a', 'x'), chain('a', 'y'), chain('a', 'z')] as const;

describe('chains that a person settled', () => {
  it('leave what was kept', () => {
    expect(settleChains([x, y], [word('1', 'x', ['y'])])).toEqual([x]);
  });

  it('leave what the writer went on from, when that is what was kept', () => {
    const further = chain('a', 'x', 'w');
    expect(settleChains([further, y], [word('1', 'x', ['y'])])).toEqual([further]);
  });

  it('part again when the writer went on from what was set aside', () => {
    const further = chain('a', 'y', 'w');
    expect(settleChains([further, x], [word('1', 'x', ['y'])])).toEqual([further, x]);
  });

  it('wait for the version that was kept, and lose nothing meanwhile', () => {
    expect(settleChains([y, z], [word('1', 'x', ['y', 'z'])])).toEqual([y, z]);
  });

  it('part again when two people keep different versions', () => {
    expect(settleChains([x, y], [word('1', 'x', ['y']), word('2', 'y', ['x'])])).toEqual([x, y]);
  });

  it('follow the later word, which names the one it replaces', () => {
    const words = [word('1', 'x', ['y']), word('2', 'y', ['x'], ['1'])];
    expect(settleChains([x, y], words)).toEqual([y]);
    expect(settleChains([x, y], words.toReversed())).toEqual([y]);
  });

  it('are never none, whatever people say', () => {
    const heads = ['x', 'y', 'z'] as const;
    const words = fc.array(
      fc
        .tuple(fc.constantFrom(...heads), fc.subarray([...heads]), fc.subarray(['0', '1', '2', '3']))
        .map(([keep, over, replaces]) => ({ keep, over: over.filter((head) => head !== keep), replaces })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(words, (said) => {
        const named = said.map(({ keep, over, replaces }, index) =>
          word(
            String(index),
            keep,
            over,
            replaces.filter((one) => Number(one) < index),
          ),
        );
        expect(settleChains([x, y, z], named).length).toBeGreaterThan(0);
      }),
    );
  });
});
