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
 * The chains that stand out of all that were received: those that do not begin another, longer one. One standing chain
 * is the review; two or more are a conflict for a person to settle. What a history claims beyond that is not believed,
 * so that no two chains can claim each other away: of some chains, some always stand.
 *
 * The result depends only on the set of chains, not on order or repetition, so imports are idempotent, commutative and
 * associative. Of two histories of one head the longer stands for both. Sorted by head.
 *
 * @example standingChains([[a], [a, b], [a, c]]) // [[a, b], [a, c]]
 */
export function standingChains(chains: readonly Chain[]): readonly Chain[] {
  const byHead = new Map<Sha256, Chain>();
  for (const chain of chains) {
    const known = byHead.get(headOf(chain));
    if (known === undefined || saysMore(chain, known)) byHead.set(headOf(chain), chain);
  }
  const candidates = [...byHead.values()];
  return candidates
    .filter((chain) => !candidates.some((other) => isBeginningOf(chain, other)))
    .toSorted((a, b) => (headOf(a) < headOf(b) ? -1 : 1));
}

/** Between histories of equal length any rule does, as long as it is the same everywhere. */
function saysMore(chain: Chain, known: Chain): boolean {
  if (chain.length !== known.length) return chain.length > known.length;
  return chain.join() < known.join();
}

function isBeginningOf(chain: Chain, other: Chain): boolean {
  return chain.length < other.length && chain.every((hash, index) => other[index] === hash);
}
