import type { Sha256 } from '@shared/model/ids';
import { extendChain, headOf, standingChains, type Chain } from '@shared/rules/merge';
import { sha256Of } from '../bundle/bag';
import { toCanonicalBytes } from '../bundle/canonical-json';

/** What every kind of revision says of those before it. */
interface Linked {
  readonly parent: Sha256 | null;
  readonly merged?: readonly Sha256[] | undefined;
}

/** The hash that names a revision or a settlement: the SHA-256 of its canonical JSON. */
export function hashOf(value: object): Sha256 {
  return sha256Of(toCanonicalBytes(value));
}

/**
 * Whether a history is one that its newest revision can have: every hash once, its own last, its parent before it, and
 * the heads that it settles somewhere before.
 */
export function isHistoryOf({
  history,
  latest,
}: {
  readonly history: Chain;
  readonly latest: Linked;
}): boolean {
  const earlier = new Set(history.slice(0, -1));
  return (
    history.at(-1) === hashOf(latest) &&
    (history.at(-2) ?? null) === latest.parent &&
    earlier.size === history.length - 1 &&
    (latest.merged ?? []).every((head) => earlier.has(head) && head !== latest.parent)
  );
}

/** Something that ends a chain. */
interface Ended {
  readonly hash: Sha256;
  readonly history: Chain;
}

/** Those out of some revisions of one thing that stand: longest history first, more than one where they part. */
export function standingRevisions<Revision extends Ended>(
  revisions: readonly Revision[],
): readonly Revision[] {
  const heads = new Set(standingChains(revisions.map(({ history }) => history)).map(headOf));
  return revisions
    .filter(({ hash }) => heads.has(hash))
    .toSorted((a, b) => b.history.length - a.history.length || (a.hash < b.hash ? -1 : 1));
}

/** What a new revision that continues these chains says of them: the longest is its parent, the others are settled. */
export function linkTo(bases: readonly Ended[]): {
  readonly parent: Sha256 | null;
  readonly merged?: Sha256[];
  historyWith(hash: Sha256): Chain;
} {
  const [first, ...rest] = bases.toSorted(
    (a, b) => b.history.length - a.history.length || (a.hash < b.hash ? -1 : 1),
  );
  const merged = rest.map(({ hash }) => hash).toSorted();
  return {
    parent: first?.hash ?? null,
    ...(merged.length === 0 ? {} : { merged }),
    historyWith: (hash) =>
      extendChain(
        first?.history ?? null,
        rest.map(({ history }) => history),
        hash,
      ),
  };
}
