import type { Sha256 } from '../model/ids';

/** A review's chain of revisions as one bundle told it: hashes, oldest first. Its last one is the chain's head. */
export type Chain = readonly Sha256[];

/** The head of a chain. A chain is never empty (checked by its schema). */
export function headOf(chain: Chain): Sha256 {
  const head = chain.at(-1);
  if (head === undefined) throw new Error('a chain of revisions is empty');
  return head;
}

/**
 * The chains that stand out of all that were received: those that no other chain contains. A chain contains another
 * when the other's head is in it. One standing chain is the review; two or more are a conflict for a person to settle.
 *
 * The result depends only on the set of chains, not on order or repetition, so imports are idempotent, commutative and
 * associative. Sorted by head.
 *
 * @example standingChains([[a], [a, b], [a, c]]) // [[a, b], [a, c]]
 */
export function standingChains(chains: readonly Chain[]): readonly Chain[] {
  const byHead = new Map<Sha256, Chain>();
  for (const chain of chains) {
    const known = byHead.get(headOf(chain));
    if (known === undefined || chain.length > known.length) byHead.set(headOf(chain), chain);
  }
  const superseded = new Set<Sha256>();
  for (const chain of byHead.values()) {
    for (const hash of chain.slice(0, -1)) superseded.add(hash);
  }
  return [...byHead.values()]
    .filter((chain) => !superseded.has(headOf(chain)))
    .toSorted((a, b) => (headOf(a) < headOf(b) ? -1 : 1));
}
