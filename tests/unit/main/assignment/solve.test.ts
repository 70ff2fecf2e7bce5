import { describe, expect, test } from 'vitest';
import { findBreaches, weighBreaches } from '@main/assignment/breaches';
import { areApart, panelGroups } from '@main/assignment/panel-groups';
import {
  DEFAULT_RULE_WEIGHTS as weights,
  totalOf,
  worstPaper,
  type AssignmentProblem,
} from '@main/assignment/problem';
import { solveAssignment } from '@main/assignment/solve';
import { solveFlow } from '@main/assignment/solve-flow';
import { loadSolver, solveWithHighs } from '@main/assignment/solve-highs';
import { makeProblem, noPanelRules, randomProblem } from '../../../support/assignment-problem';

const calm = { checkpoint: () => undefined };
const plain = { seed: 1, weights, floor: null, keep: null };

/** Of all sets of pairs the least weight of broken rules, and the largest total at that. */
function bruteForce(problem: AssignmentProblem): { weight: number; total: number } {
  let best = { weight: Number.POSITIVE_INFINITY, total: 0 };
  const { count } = problem.pairs;
  for (let bits = 0; bits < 1 << count; bits += 1) {
    const chosen = Int32Array.from([...Array(count).keys()].filter((pair) => (bits >> pair) & 1));
    const weight = weighBreaches(findBreaches(problem, chosen), weights);
    const total = totalOf(problem, chosen);
    // A paper with more reviewers than it wants is no way out.
    const over = findBreaches(problem, chosen).some(
      ({ rule, wanted, got }) => rule === 'reviews' && got > wanted,
    );
    if (over) continue;
    if (weight < best.weight || (weight === best.weight && total > best.total)) best = { weight, total };
  }
  return best;
}

async function outcome(problem: AssignmentProblem, seed = 1): Promise<{ weight: number; total: number }> {
  const solution = await solveAssignment(problem, { ...plain, seed }, calm);
  if (solution === null) throw new Error('no solution');
  return { weight: weighBreaches(solution.breaches, weights), total: totalOf(problem, solution.chosen) };
}

describe('the five ways in which other solvers fall short', () => {
  test('minimums are part of the optimum, not filled first: 2.2, not 1.8', async () => {
    const problem = makeProblem({
      scores: [
        [0.5, 0.1, 0.9],
        [0.7, 0.1, 0.1],
      ],
      demand: 2,
      limits: { min: 1, max: 2, institutions: [] },
    });
    expect(await outcome(problem)).toEqual({ weight: 0, total: 2_200_000 });
  });

  test('scores that differ in the fourth decimal are told apart: 0.2498, not 0.2402', async () => {
    const problem = makeProblem({
      scores: [
        [0.1201, 0.1249],
        [0.1249, 0.1201],
      ],
      demand: 1,
      limits: { min: 0, max: 1, institutions: [] },
    });
    expect(await outcome(problem)).toEqual({ weight: 0, total: 249_800 });
  });

  test('a forced pair is kept, whatever it costs', async () => {
    const problem = makeProblem({
      scores: [
        [0.2, 0.7, 0.2],
        [0.9, 0.9, 0.8],
        [0.9, 0.3, 0.1],
      ],
      demand: 1,
      limits: { min: 0, max: 1, institutions: [] },
      forced: [[0, 0]],
    });
    const solution = await solveAssignment(problem, plain, calm);
    expect(solution?.breaches).toEqual([]);
    expect(
      [...(solution?.chosen ?? [])].map((pair) => [problem.pairs.paper[pair], problem.pairs.reviewer[pair]]),
    ).toContainEqual([0, 0]);
  });

  test('a reviewer whom nothing suits still gets the minimum', async () => {
    const problem = makeProblem({
      scores: [
        [0.9, 0.8, 0],
        [0.9, 0.8, 0],
      ],
      demand: 1,
      limits: { min: 0, max: 2, institutions: [] },
    });
    const reviewers = problem.reviewers.map((one, index) => (index === 2 ? { ...one, min: 1 } : one));
    expect(await outcome({ ...problem, reviewers })).toEqual({ weight: 0, total: 900_000 });
  });

  test('where nothing fits, what has to give way is named instead of "no solution"', async () => {
    const problem = makeProblem({
      scores: [
        [0.9, null, null],
        [0.9, 0.8, 0.7],
      ],
      demand: 2,
      limits: { min: 1, max: 2, institutions: [] },
    });
    const solution = await solveAssignment(problem, plain, calm);
    expect(solution?.breaches).toEqual([
      { rule: 'reviews', paper: 0, reviewer: null, institution: null, wanted: 2, got: 1 },
    ]);
  });
});

describe('equal to trying everything', () => {
  const panels = [
    noPanelRules,
    { isOneOfInstitution: true, expertsAtLeast: 0, distantAtMost: null },
    { isOneOfInstitution: false, expertsAtLeast: 1, distantAtMost: 1 },
    { isOneOfInstitution: true, expertsAtLeast: 1, distantAtMost: 1 },
  ];
  test.each(panels)('for small problems, possible or not, under the rules %o', async (panel) => {
    let infeasible = 0;
    for (let seed = 1; seed <= 25; seed += 1) {
      const problem = randomProblem(seed, {
        papers: 3,
        reviewers: 4,
        demand: 2,
        min: seed % 3,
        max: 2,
        conflictShare: 0.15,
        institutions: 3,
        forcedShare: 0.05,
        panel,
      });
      const expected = bruteForce(problem);
      if (expected.weight > 0) infeasible += 1;
      expect({ seed, ...(await outcome(problem, seed)) }).toEqual({ seed, ...expected });
    }
    expect(infeasible).toBeGreaterThan(2);
    expect(infeasible).toBeLessThan(25);
  });
});

describe('flow and HiGHS', () => {
  test.each([
    ['loose', { min: 0, max: 9 }],
    ['tight', { min: 4, max: 6 }],
  ])('find the same total in %s random problems', async (_, { min, max }) => {
    const highs = await loadSolver();
    for (let seed = 1; seed <= 8; seed += 1) {
      const problem = randomProblem(seed, {
        papers: 40,
        reviewers: 24,
        demand: 3,
        min,
        max,
        conflictShare: 0.1,
        forcedShare: 0.004,
        institutions: 12,
        panel: {
          isOneOfInstitution: seed % 2 === 0,
          expertsAtLeast: seed % 2,
          distantAtMost: seed % 2 === 1 ? 1 : null,
        },
      });
      const groups = panelGroups(problem);
      const flow = areApart(groups)
        ? solveFlow(problem, groups, seed, { weights: null, keep: null }, calm)
        : null;
      if (flow === null) continue;
      const options = { seed, weights: null, floor: null, keep: null, isInteger: true };
      const other = solveWithHighs(highs, problem, groups, options, calm);
      expect(other).not.toBeNull();
      expect(findBreaches(problem, flow)).toEqual([]);
      expect(totalOf(problem, flow)).toBe(totalOf(problem, other as Int32Array));
    }
  });

  test('give up the same least weight of rules, and then find the same total', async () => {
    const highs = await loadSolver();
    let infeasible = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const problem = randomProblem(seed, {
        papers: 12,
        reviewers: 8,
        demand: 3,
        min: 4,
        max: 5,
        conflictShare: 0.35,
        forcedShare: 0.02,
        panel: { isOneOfInstitution: false, expertsAtLeast: 1, distantAtMost: 1 },
      });
      const groups = panelGroups(problem);
      const flow = solveFlow(problem, groups, seed, { weights, keep: null }, calm) as Int32Array;
      const options = { seed, weights, floor: null, keep: null, isInteger: true };
      const other = solveWithHighs(highs, problem, groups, options, calm) as Int32Array;
      const weigh = (chosen: Int32Array): number => weighBreaches(findBreaches(problem, chosen), weights);
      if (weigh(flow) > 0) infeasible += 1;
      expect({ seed, weight: weigh(flow), total: totalOf(problem, flow) }).toEqual({
        seed,
        weight: weigh(other),
        total: totalOf(problem, other),
      });
    }
    expect(infeasible).toBeGreaterThan(2);
  });
});

test('the same seed gives the same assignment, another seed another of the same total', async () => {
  const problem = randomProblem(3, {
    papers: 30,
    reviewers: 20,
    demand: 3,
    min: 2,
    max: 6,
    conflictShare: 0.1,
  });
  const even = {
    ...problem,
    pairs: { ...problem.pairs, score: problem.pairs.score.map((score) => (score > 500_000 ? 2 : 1)) },
  };
  const find = async (seed: number): Promise<Int32Array> =>
    (await solveAssignment(even, { ...plain, seed }, calm))?.chosen ?? new Int32Array();
  const [first, again, other] = [await find(5), await find(5), await find(6)];
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
  expect(totalOf(even, other)).toBe(totalOf(even, first));
});

test('a floor under the worst paper is reached at the least cost, or said to be out of reach', async () => {
  const problem = makeProblem({
    scores: [
      [1, 0.5],
      [0.5, 0.2],
    ],
    demand: 1,
    limits: { min: 0, max: 1, institutions: [] },
  });
  const find = async (floor: number | null): Promise<unknown> => {
    const solution = await solveAssignment(problem, { ...plain, floor }, calm);
    if (solution === null) return null;
    return { total: totalOf(problem, solution.chosen), worst: worstPaper(problem, solution.chosen) };
  };
  expect(await find(null)).toEqual({ total: 1_200_000, worst: 200_000 });
  expect(await find(200_001)).toEqual({ total: 1_000_000, worst: 500_000 });
  expect(await find(500_001)).toBeNull();
});

test('a search that is asked to stop ends, in the flow and in HiGHS', async () => {
  const stop = {
    checkpoint: () => {
      throw new Error('stopped');
    },
  };
  const problem = randomProblem(2, {
    papers: 30,
    reviewers: 20,
    demand: 3,
    min: 2,
    max: 6,
    conflictShare: 0.1,
  });
  await expect(solveAssignment(problem, plain, stop)).rejects.toThrow('stopped');
  await expect(solveAssignment(problem, { ...plain, floor: 1 }, stop)).rejects.toThrow('stopped');
});
