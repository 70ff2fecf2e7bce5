/** A network in columns: arcs with bounds and integer costs, nodes with what they give (or, negative, take). */
export interface FlowNetwork {
  readonly supply: Float64Array;
  readonly arcCount: number;
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  /** Whole numbers. */
  readonly cost: Float64Array;
}

/** Builds a network arc by arc. */
export interface NetworkBuilder {
  /** Adds a node that gives so much; answers its number. */
  addNode(supply: number): number;
  /** Adds an arc that carries from `lower` to `upper`; answers its number. */
  addArc(source: number, target: number, lower: number, upper: number, cost: number): number;
  /** The network of all that was added. */
  finish(): FlowNetwork;
}

/** An empty network with room for so many nodes and arcs; more may be added. */
export function buildNetwork(nodeRoom: number, arcRoom: number): NetworkBuilder {
  let nodeCount = 0;
  let arcCount = 0;
  let supply = new Float64Array(nodeRoom);
  let ends = { source: new Int32Array(arcRoom), target: new Int32Array(arcRoom) };
  let bounds = { lower: new Int32Array(arcRoom), upper: new Int32Array(arcRoom) };
  let cost = new Float64Array(arcRoom);

  const grow = (): void => {
    const room = Math.max(16, arcCount * 2);
    ends = { source: widened(ends.source, room), target: widened(ends.target, room) };
    bounds = { lower: widened(bounds.lower, room), upper: widened(bounds.upper, room) };
    const wider = new Float64Array(room);
    wider.set(cost);
    cost = wider;
  };
  return {
    addNode(given) {
      if (nodeCount === supply.length) {
        const wider = new Float64Array(Math.max(16, nodeCount * 2));
        wider.set(supply);
        supply = wider;
      }
      supply[nodeCount] = given;
      nodeCount += 1;
      return nodeCount - 1;
    },
    addArc(source, target, lower, upper, price) {
      if (arcCount === cost.length) grow();
      ends.source[arcCount] = source;
      ends.target[arcCount] = target;
      bounds.lower[arcCount] = lower;
      bounds.upper[arcCount] = upper;
      cost[arcCount] = price;
      arcCount += 1;
      return arcCount - 1;
    },
    finish: () => ({
      supply: supply.subarray(0, nodeCount),
      arcCount,
      source: ends.source,
      target: ends.target,
      lower: bounds.lower,
      upper: bounds.upper,
      cost,
    }),
  };
}

function widened(column: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(room);
  wider.set(column);
  return wider;
}
