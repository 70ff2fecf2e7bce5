import { toFlowModel, type FlowPriorities } from './flow-model';
import { findCheapestFlow } from './network-simplex';
import type { PanelGroup } from './panel-groups';
import type { AssignmentProblem, Chosen, SearchControl } from './problem';

/** The assignment of the largest total, exactly, as one flow. Null when the rules cannot all be kept. */
export function solveFlow(
  problem: AssignmentProblem,
  groups: readonly PanelGroup[],
  seed: number,
  priorities: FlowPriorities,
  control: SearchControl,
): Chosen | null {
  const { network, arcOfPair } = toFlowModel(problem, groups, seed, priorities);
  const answer = findCheapestFlow(network, control);
  if (!answer.isFeasible) return null;
  const { flow } = answer;
  return Int32Array.from(
    Array.from(arcOfPair.keys()).filter((pair) => flow[arcOfPair[pair] as number] === 1),
  );
}
