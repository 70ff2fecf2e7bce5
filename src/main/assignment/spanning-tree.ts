/**
 * A rooted spanning tree in columns. Node `root` is the last one. Each other node hangs from its parent by an arc; the
 * children of a node are a linked list, so that a subtree can be walked and moved.
 */
export interface SpanningTree {
  readonly root: number;
  readonly parent: Int32Array;
  /** The arc between a node and its parent. */
  readonly arc: Int32Array;
  /** 1 where that arc leads from the node to its parent, -1 where it leads down. */
  readonly direction: Int8Array;
  readonly depth: Int32Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  readonly previousSibling: Int32Array;
}

/** No node. */
export const NONE = -1;

/** A star: every node hangs from the root, still without an arc. */
export function starTree(nodeCount: number): SpanningTree {
  const root = nodeCount;
  const tree: SpanningTree = {
    root,
    parent: new Int32Array(nodeCount + 1).fill(root),
    arc: new Int32Array(nodeCount + 1).fill(NONE),
    direction: new Int8Array(nodeCount + 1),
    depth: new Int32Array(nodeCount + 1).fill(1),
    firstChild: new Int32Array(nodeCount + 1).fill(NONE),
    nextSibling: new Int32Array(nodeCount + 1).fill(NONE),
    previousSibling: new Int32Array(nodeCount + 1).fill(NONE),
  };
  tree.parent[root] = NONE;
  tree.depth[root] = 0;
  for (let node = nodeCount - 1; node >= 0; node -= 1) link(tree, node, root);
  return tree;
}

/** Where the ways from two nodes to the root meet. */
export function joinOf({ parent, depth }: SpanningTree, a: number, b: number): number {
  let u = a;
  let v = b;
  while (u !== v) {
    if ((depth[u] as number) >= (depth[v] as number)) u = parent[u] as number;
    else v = parent[v] as number;
  }
  return u;
}

/**
 * Cuts the subtree of `cut` off, turns it so that `hook` (which is in it) is on top, and hangs it from `holder` by an arc.
 * Depths are not brought up to date: whoever walks the subtree does that.
 */
export function rehang(
  tree: SpanningTree,
  cut: number,
  hook: number,
  holder: number,
  arc: number,
  direction: 1 | -1,
): void {
  let node = hook;
  let above = holder;
  let newArc = arc;
  let newDirection: number = direction;
  for (;;) {
    const oldParent = tree.parent[node] as number;
    const oldArc = tree.arc[node] as number;
    const oldDirection = tree.direction[node] as number;
    unlink(tree, node, oldParent);
    tree.parent[node] = above;
    tree.arc[node] = newArc;
    tree.direction[node] = newDirection;
    link(tree, node, above);
    if (node === cut) return;
    above = node;
    node = oldParent;
    newArc = oldArc;
    newDirection = -oldDirection;
  }
}

function unlink(tree: SpanningTree, node: number, parent: number): void {
  const previous = tree.previousSibling[node] as number;
  const next = tree.nextSibling[node] as number;
  if (previous === NONE) tree.firstChild[parent] = next;
  else tree.nextSibling[previous] = next;
  if (next !== NONE) tree.previousSibling[next] = previous;
}

function link(tree: SpanningTree, node: number, parent: number): void {
  const first = tree.firstChild[parent] as number;
  tree.nextSibling[node] = first;
  tree.previousSibling[node] = NONE;
  if (first !== NONE) tree.previousSibling[first] = node;
  tree.firstChild[parent] = node;
}
