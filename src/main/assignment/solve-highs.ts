import loadHighs, { type Highs, type HighsCallbackMap, type Model, type ModelData } from 'highs';
import { toLinearModel, type LinearModel, type LinearModelOptions } from './highs-model';
import type { PanelGroup } from './panel-groups';
import type { AssignmentProblem, Chosen, SearchControl } from './problem';
import { seededOrder } from './seeded-random';

/** The solver, loaded once a thread. */
let loading: Promise<Highs> | null = null;

/** The HiGHS solver (https://highs.dev) as WebAssembly. It keeps its thread busy while it solves. */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/** How HiGHS is to solve a problem. */
export interface HighsOptions extends Omit<LinearModelOptions, 'order'> {
  readonly seed: number;
  /** Whether the columns are whole numbers. For a plain flow they are so by themselves. */
  readonly isInteger: boolean;
}

/**
 * The assignment of the largest total by HiGHS, to the last millionth. Null when the rules cannot all be kept. With
 * weights those of the least sum of weights come first, and then those that keep most of what is to stay.
 *
 * @throws Error when HiGHS comes to no end; whatever `control.checkpoint` throws
 */
export function solveWithHighs(
  highs: Highs,
  problem: AssignmentProblem,
  groups: readonly PanelGroup[],
  options: HighsOptions,
  control: SearchControl,
): Chosen | null {
  const order = seededOrder(problem.pairs.count, options.seed);
  const linear = toLinearModel(problem, groups, { ...options, order });
  return highs.withModel(toModelData(highs, linear, options.isInteger), (model) => {
    model.options.set({
      output_flag: false,
      random_seed: options.seed & 0x7fff_ffff,
      mip_rel_gap: 0,
      // Totals are whole numbers: a gap below one is none.
      mip_abs_gap: 0.5,
      mip_feasibility_tolerance: 1e-7,
    });
    if (options.weights !== null && !settle(highs, model, linear, 'breaches', control)) return null;
    if (linear.kept !== null && !settle(highs, model, linear, 'kept', control)) return null;
    if (!run(highs, model, control)) return null;
    const { colValue } = model.getSolution();
    return order.filter((_, column) => (colValue[column] as number) > 0.5).toSorted((a, b) => a - b);
  });
}

/**
 * Finds the best of what comes before the total, and holds the model to it from then on. False when nothing keeps the
 * rules.
 */
function settle(
  highs: Highs,
  model: Model,
  { breachCost, kept, columns }: LinearModel,
  what: 'breaches' | 'kept',
  control: SearchControl,
): boolean {
  const { minimize, maximize } = highs.constants.objectiveSense;
  const costs = what === 'breaches' ? breachCost : (kept ?? breachCost);
  const all = { kind: 'range', from: 0, to: costs.length - 1 } as const;
  model.changeObjectiveSense(what === 'breaches' ? minimize : maximize);
  model.changeColsCost(all, costs);
  if (!run(highs, model, control)) return false;
  const best = Math.round(model.getObjectiveValue());
  const indices = [...costs.keys()].filter((column) => costs[column] !== 0);
  const values = indices.map((column) => costs[column] as number);
  const [low, high] =
    what === 'breaches' ? [Number.NEGATIVE_INFINITY, best] : [best, Number.POSITIVE_INFINITY];
  if (indices.length > 0) model.addRow(low, high, { indices, values });
  model.changeColsCost(all, columns.cost);
  model.changeObjectiveSense(maximize);
  return true;
}

/** Answers whether there is an optimum; false when nothing keeps the rules. */
function run(highs: Highs, model: Model, control: SearchControl): boolean {
  let stop: Error | null = null;
  const look = (event: { interrupt(): void }): undefined => {
    try {
      control.checkpoint();
    } catch (error) {
      stop = error as Error;
      event.interrupt();
    }
    return undefined;
  };
  const { simplexInterrupt, ipmInterrupt, mipInterrupt } = highs.constants.callbackType;
  const callbacks: HighsCallbackMap = {
    [simplexInterrupt]: look,
    [ipmInterrupt]: look,
    [mipInterrupt]: look,
  };
  control.checkpoint();
  model.run(callbacks);
  if (stop !== null) throw stop as Error;
  const status = model.getModelStatus();
  const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
  if (status === optimal) return true;
  if (status === infeasible || status === unboundedOrInfeasible) return false;
  throw new Error(`HiGHS ended with status ${status}`);
}

/** A program as HiGHS takes it in. */
export function toModelData(highs: Highs, linear: LinearModel, isInteger: boolean): ModelData {
  const { columns, rows, starts, indices, values } = linear;
  const numCols = columns.cost.length;
  const numRows = rows.lower.length;
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: columns.cost,
    colLower: columns.lower,
    colUpper: columns.upper,
    rowLower: rows.lower,
    rowUpper: rows.upper,
    matrix: { format: 'csc', numCols, numRows, starts, indices, values },
    ...(isInteger ? { integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer) } : {}),
  };
}
