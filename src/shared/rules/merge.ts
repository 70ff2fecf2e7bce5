import type { Sha256 } from '../model/ids';
import type { Settlement } from '../model/settlement';

/** A chain of revisions as one bundle told it: every hash once, oldest first. Its last one is the chain's head. */
export type Chain = readonly Sha256[];

/** The head of a chain. A chain is never empty (checked by its schema). */
export function headOf(chain: Chain): Sha256 {
  const head = chain.at(-1);
  if (head === undefined) throw new Error('a chain of revisions is empty');
  return head;
}

/**
 * The chains that stand out of all that were received: those whose hashes are not all part of another, longer one. One
 * standing chain is the review; two or more are a conflict for a person to settle. Being part of something longer is a
 * strict order, so no two chains can claim each other away: of some chains, some always stand.
 *
 * The result depends only on the set of chains, not on order or repetition, so imports are idempotent, commutative and
 * associative. Of two histories of one head the longer stands for both. Sorted by head.
 *
 * @example standingChains([[a], [a, b], [a, c]]) // [[a, b], [a, c]]
 * @example standingChains([[a, b], [a, c], [a, c, b, m]]) // [[a, c, b, m]]: m settles b and c
 */
export function standingChains(chains: readonly Chain[]): readonly Chain[] {
  const byHead = new Map<Sha256, Chain>();
  for (const chain of chains) {
    const known = byHead.get(headOf(chain));
    if (known === undefined || saysMore(chain, known)) byHead.set(headOf(chain), chain);
  }
  const candidates = [...byHead.values()];
  if (candidates.length < 2) return candidates;
  const members = candidates.map((chain) => new Set(chain));
  return candidates
    .filter((chain, index) => !members.some((other, place) => place !== index && isPartOf(chain, other)))
    .toSorted((a, b) => (headOf(a) < headOf(b) ? -1 : 1));
}

/** Between histories of equal length any rule does, as long as it is the same everywhere. */
function saysMore(chain: Chain, known: Chain): boolean {
  if (chain.length !== known.length) return chain.length > known.length;
  return chain.join() < known.join();
}

function isPartOf(chain: Chain, other: ReadonlySet<Sha256>): boolean {
  return chain.length < other.size && chain.every((hash) => other.has(hash));
}

/**
 * The history of a new revision: everything before it once, its parent next to last, itself last.
 *
 * @param parent the chain that it continues; null for a first revision
 * @param merged the other chains that it settles
 */
export function extendChain(parent: Chain | null, merged: readonly Chain[], hash: Sha256): Chain {
  const before = parent === null ? [] : parent.slice(0, -1);
  const last = parent === null ? [] : [headOf(parent)];
  const others = merged.flat().filter((one) => parent?.includes(one) !== true);
  return [...new Set([...before, ...others]), ...last, hash];
}

/** A settlement with the hash that names it. */
export interface NamedSettlement {
  readonly hash: Sha256;
  readonly settlement: Settlement;
}

/** The settlements that count: those that no other replaces. */
export function standingSettlements(settlements: readonly NamedSettlement[]): readonly NamedSettlement[] {
  const replaced = new Set(settlements.flatMap(({ settlement }) => settlement.replaces));
  return settlements.filter(({ hash }) => !replaced.has(hash));
}

/**
 * The chains that are left of those that stand when people's settlements are heeded. A settlement that another replaces
 * counts no more. One that keeps a version which is not here yet waits for it; a version that somebody else keeps stays,
 * so people who disagree leave the conflict open. Some chain is always left. Depends only on the sets.
 */
export function settleChains(
  standing: readonly Chain[],
  settlements: readonly NamedSettlement[],
): readonly Chain[] {
  if (standing.length < 2) return standing;
  const effective = standingSettlements(settlements)
    .map(({ settlement }) => settlement)
    .filter(({ keep }) => standing.some((chain) => chain.includes(keep)));
  const isKept = (chain: Chain): boolean => effective.some(({ keep }) => chain.includes(keep));
  const isDropped = (chain: Chain): boolean => effective.some(({ over }) => over.includes(headOf(chain)));
  return standing.filter((chain) => isKept(chain) || !isDropped(chain));
}
