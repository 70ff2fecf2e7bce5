import type { PaperNumber, PersonId } from '../../model/ids';
import type { Score } from './panel';

type Node = PaperNumber | PersonId;

/**
 * The scores in parts that share neither a paper nor a reviewer, the largest first, of two alike the one with the lowest
 * paper. Between two parts no score says whether one has the better papers or the kinder reviewers.
 */
export function findConnectedParts(scores: readonly Score[]): readonly (readonly Score[])[] {
  const parents = new Map<Node, Node>();
  const rootOf = (node: Node): Node => {
    let root = node;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    // Paths are shortened on the way: else a long chain of papers costs the square of its length.
    for (let at = node; at !== root;) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { paper, reviewer } of scores) parents.set(rootOf(paper), rootOf(reviewer));
  const parts = new Map<Node, Score[]>();
  for (const score of scores) {
    const root = rootOf(score.reviewer);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [score]);
    else part.push(score);
  }
  return [...parts.values()].toSorted((a, b) => b.length - a.length || lowestPaper(a) - lowestPaper(b));
}

function lowestPaper(part: readonly Score[]): number {
  return part.reduce((lowest, { paper }) => Math.min(lowest, paper), Infinity);
}
