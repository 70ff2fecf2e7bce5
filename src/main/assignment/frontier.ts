import { toLinearModel } from './highs-model';
import { panelGroups } from './panel-groups';
import {
  totalOf,
  worstPaper,
  type AssignmentProblem,
  type Chosen,
  type SearchControl,
  type Breach,
} from './problem';
import { solveAssignment, type Solution, type SolveOptions } from './solve';
import { loadSolver, toModelData } from './solve-highs';

/** One assignment on the way from the largest total to the best for the worst paper. */
interface FrontierPoint {
  readonly total: number;
  readonly worst: number;
  readonly chosen: Chosen;
  /** Rules that had to give way; then it is the only point. */
  readonly breaches: readonly Breach[];
}

/** All that can be had of both: no assignment has a larger total at its worst paper than the points say. */
export interface Frontier {
  /** From the largest total to the best worst paper. */
  readonly points: readonly FrontierPoint[];
  /** No assignment gives each paper this much (millionths), or more; null where rules had to give way. */
  readonly outOfReach: number | null;
}

/**
 * Traces total against the worst paper: the largest total under ever higher floors, up to what a relaxation proves
 * impossible, and then closing in on the highest that can be reached.
 *
 * @param onPoint told after each of `steps` floors
 */
export async function traceFrontier(
  problem: AssignmentProblem,
  options: Omit<SolveOptions, 'floor' | 'keep'>,
  steps: number,
  control: SearchControl,
  onPoint: (done: number) => void,
): Promise<Frontier> {
  const free = await solveAssignment(problem, { ...options, floor: null, keep: null }, control);
  if (free === null) throw new Error('a search without a floor has an answer');
  const first = toPoint(problem, free);
  // Where rules had to give way there is no curve: a floor would only make it worse.
  if (free.breaches.length > 0) return { points: [first], outOfReach: null };
  const points = [first];
  const bound = await boundOfWorst(problem, control);
  // Scores are whole numbers; a bound that was computed with fractions is not quite exact.
  let outOfReach = Math.max(Math.round(bound), first.worst) + 1;
  let isNearEnd = false;
  for (let step = 1; step <= steps; step += 1) {
    onPoint(step - 1);
    const { worst } = points.at(-1) as FrontierPoint;
    if (worst + 1 >= outOfReach) break;
    // Even steps until one fails; from then on halfway to what is known to fail.
    const even = first.worst + ((bound - first.worst) * step) / steps;
    const wanted = isNearEnd ? (worst + outOfReach) / 2 : Math.min(even, outOfReach - 1);
    const floor = Math.max(worst + 1, Math.round(wanted));
    const found = await solveAssignment(problem, { ...options, floor, keep: null }, control);
    if (found === null) {
      outOfReach = floor;
      isNearEnd = true;
    } else {
      points.push(toPoint(problem, found));
    }
  }
  return { points, outOfReach };
}

function toPoint(problem: AssignmentProblem, { chosen, breaches }: Solution): FrontierPoint {
  return { total: totalOf(problem, chosen), worst: worstPaper(problem, chosen), chosen, breaches };
}

/** A sum of scores above which no assignment brings every paper: the optimum over fractions of assignments. */
async function boundOfWorst(problem: AssignmentProblem, control: SearchControl): Promise<number> {
  control.checkpoint();
  const highs = await loadSolver();
  const order = Int32Array.from({ length: problem.pairs.count }, (_, pair) => pair);
  const linear = toLinearModel(problem, panelGroups(problem), { weights: null, floor: 0, keep: null, order });
  linear.columns.cost.fill(0);
  const firstFloor = linear.rows.lower.length - problem.demands.length;
  const papers = [...problem.demands.keys()].filter((paper) => (problem.demands[paper] as number) > 0);
  return highs.withModel(toModelData(highs, linear, false), (model) => {
    model.options.set({ output_flag: false });
    model.addCol(1, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, {
      indices: papers.map((paper) => firstFloor + paper),
      values: papers.map(() => -1),
    });
    model.run();
    return model.getObjectiveValue();
  });
}
