import type { FlowNetwork } from './flow-network';
import type { SearchControl } from './problem';
import { joinOf, NONE, rehang, starTree, type SpanningTree } from './spanning-tree';

/** A flow of least cost, or how much of what nodes give cannot be carried within the bounds. */
export type FlowAnswer =
  | { readonly isFeasible: true; readonly flow: Int32Array; readonly potential: Float64Array }
  | { readonly isFeasible: false; readonly stranded: number };

const AT_LOWER = 1;
const IN_TREE = 0;
const AT_UPPER = -1;
const UNBOUNDED = 2 ** 31 - 1;
/** Pivots between two looks at whether to stop. */
const PIVOTS_A_LOOK = 2048;

/**
 * The exact flow of least cost by the network simplex method (Dantzig 1951; Ahuja, Magnanti and Orlin, "Network Flows",
 * 1993, ch. 11): strongly feasible trees, so that it ends, and block search for the arc that enters. Lower bounds are part
 * of it: a flow is counted from them. All costs are whole numbers and stay below 2^53, so nothing is rounded.
 *
 * @throws Error when costs are too large for that; whatever `control.checkpoint` throws
 */
export function findCheapestFlow(network: FlowNetwork, control: SearchControl): FlowAnswer {
  const simplex = start(network);
  const { arcCount } = network;
  const block = Math.max(Math.ceil(Math.sqrt(arcCount)), 10);
  const { source, target, cost, state, potential } = simplex;
  let position = 0;
  for (let pivots = 0; ; pivots += 1) {
    if (pivots % PIVOTS_A_LOOK === 0) control.checkpoint();
    let entering = NONE;
    let best = 0;
    let seen = 0;
    while (entering === NONE && seen < arcCount) {
      const end = Math.min(position + block, arcCount);
      for (let arc = position; arc < end; arc += 1) {
        const reduced =
          (state[arc] as number) *
          ((cost[arc] as number) +
            (potential[source[arc] as number] as number) -
            (potential[target[arc] as number] as number));
        if (reduced < best) {
          best = reduced;
          entering = arc;
        }
      }
      seen += end - position;
      position = end === arcCount ? 0 : end;
    }
    if (entering === NONE) return toAnswer(network, simplex);
    pivot(simplex, entering);
  }
}

interface Simplex {
  readonly tree: SpanningTree;
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** What an arc can carry above its lower bound, and carries. */
  readonly room: Int32Array;
  readonly flow: Int32Array;
  readonly cost: Float64Array;
  readonly state: Int8Array;
  readonly potential: Float64Array;
  readonly stack: Int32Array;
}

/** Everything goes by arcs of the method's own, from and to the root, too dear to stay in use where there is another way. */
function start(network: FlowNetwork): Simplex {
  const nodeCount = network.supply.length;
  const { arcCount } = network;
  const all = arcCount + nodeCount;
  const widen = (column: Int32Array): Int32Array => {
    const wide = new Int32Array(all);
    wide.set(column.subarray(0, arcCount));
    return wide;
  };
  const simplex: Simplex = {
    tree: starTree(nodeCount),
    source: widen(network.source),
    target: widen(network.target),
    room: new Int32Array(all),
    flow: new Int32Array(all),
    cost: new Float64Array(all),
    state: new Int8Array(all).fill(AT_LOWER),
    potential: new Float64Array(nodeCount + 1),
    stack: new Int32Array(nodeCount + 1),
  };
  const { tree, source, target, room, flow, cost, state, potential } = simplex;
  const balance = Float64Array.from(network.supply);
  let dearest = 0;
  for (let arc = 0; arc < arcCount; arc += 1) {
    const low = network.lower[arc] as number;
    room[arc] = (network.upper[arc] as number) - low;
    cost[arc] = network.cost[arc] as number;
    dearest = Math.max(dearest, Math.abs(cost[arc] as number));
    if (low === 0) continue;
    balance[source[arc] as number] = (balance[source[arc] as number] as number) - low;
    balance[target[arc] as number] = (balance[target[arc] as number] as number) + low;
  }
  const tooDear = (dearest + 1) * (nodeCount + 1);
  if (!(tooDear * 4 < Number.MAX_SAFE_INTEGER)) throw new Error('the costs of a flow are too large');
  for (let node = 0; node < nodeCount; node += 1) {
    const arc = arcCount + node;
    const isGiving = (balance[node] as number) >= 0;
    source[arc] = isGiving ? node : tree.root;
    target[arc] = isGiving ? tree.root : node;
    room[arc] = UNBOUNDED;
    flow[arc] = Math.abs(balance[node] as number);
    cost[arc] = isGiving ? 0 : tooDear;
    state[arc] = IN_TREE;
    tree.arc[node] = arc;
    tree.direction[node] = isGiving ? 1 : -1;
    potential[node] = isGiving ? 0 : tooDear;
  }
  return simplex;
}

/** Sends as much as fits around the cycle that an arc closes with the tree, and takes it into the tree for the one that is full. */
function pivot(simplex: Simplex, entering: number): void {
  const { tree, source, target, room, flow, cost, state, potential } = simplex;
  const isRising = state[entering] === AT_LOWER;
  const first = (isRising ? source[entering] : target[entering]) as number;
  const second = (isRising ? target[entering] : source[entering]) as number;
  const join = joinOf(tree, first, second);

  // The flow goes from `first` over the entering arc to `second`, up to the join and down again to `first`.
  let amount = room[entering] as number;
  let cut = NONE;
  let isOnFirstSide = false;
  for (let node = first; node !== join; node = tree.parent[node] as number) {
    const arc = tree.arc[node] as number;
    const fits =
      tree.direction[node] === 1 ? (flow[arc] as number) : (room[arc] as number) - (flow[arc] as number);
    if (fits < amount) {
      amount = fits;
      cut = node;
      isOnFirstSide = true;
    }
  }
  for (let node = second; node !== join; node = tree.parent[node] as number) {
    const arc = tree.arc[node] as number;
    const fits =
      tree.direction[node] === 1 ? (room[arc] as number) - (flow[arc] as number) : (flow[arc] as number);
    // Of equals the last one on the way: that keeps the tree strongly feasible.
    if (fits <= amount) {
      amount = fits;
      cut = node;
      isOnFirstSide = false;
    }
  }

  if (amount > 0) {
    flow[entering] = (flow[entering] as number) + (isRising ? amount : -amount);
    for (let node = first; node !== join; node = tree.parent[node] as number) {
      flow[tree.arc[node] as number] =
        (flow[tree.arc[node] as number] as number) - (tree.direction[node] as number) * amount;
    }
    for (let node = second; node !== join; node = tree.parent[node] as number) {
      flow[tree.arc[node] as number] =
        (flow[tree.arc[node] as number] as number) + (tree.direction[node] as number) * amount;
    }
  }
  if (cut === NONE) {
    state[entering] = isRising ? AT_UPPER : AT_LOWER;
    return;
  }
  const leaving = tree.arc[cut] as number;
  state[entering] = IN_TREE;
  state[leaving] = flow[leaving] === 0 ? AT_LOWER : AT_UPPER;
  const hook = isOnFirstSide ? first : second;
  const holder = isOnFirstSide ? second : first;
  const direction = source[entering] === hook ? 1 : -1;
  rehang(tree, cut, hook, holder, entering, direction);
  const shift =
    (potential[holder] as number) - (potential[hook] as number) - direction * (cost[entering] as number);
  settleSubtree(simplex, hook, shift);
}

/** Walks a subtree that was hung elsewhere and brings its depths and potentials up to date. */
function settleSubtree({ tree, potential, stack }: Simplex, top: number, shift: number): void {
  const { parent, depth, firstChild, nextSibling } = tree;
  let height = 1;
  stack[0] = top;
  while (height > 0) {
    height -= 1;
    const node = stack[height] as number;
    depth[node] = (depth[parent[node] as number] as number) + 1;
    potential[node] = (potential[node] as number) + shift;
    for (let child = firstChild[node] as number; child !== NONE; child = nextSibling[child] as number) {
      stack[height] = child;
      height += 1;
    }
  }
}

function toAnswer(network: FlowNetwork, { flow, potential }: Simplex): FlowAnswer {
  const { arcCount, lower } = network;
  let stranded = 0;
  // The root gives and takes nothing: what artificial arcs carry to it they carry away again.
  for (let arc = arcCount; arc < flow.length; arc += 1) stranded += flow[arc] as number;
  if (stranded > 0) return { isFeasible: false, stranded: stranded / 2 };
  const carried = flow.slice(0, arcCount);
  for (let arc = 0; arc < arcCount; arc += 1) {
    carried[arc] = (carried[arc] as number) + (lower[arc] as number);
  }
  return { isFeasible: true, flow: carried, potential };
}
