import { describe, expect, test } from 'vitest';
import { findBreaches } from '@main/assignment/breaches';
import { traceFrontier } from '@main/assignment/frontier';
import { changeByHand, listReplacements } from '@main/assignment/manual-change';
import {
  DEFAULT_RULE_WEIGHTS as weights,
  totalOf,
  worstPaper,
  type AssignmentProblem,
} from '@main/assignment/problem';
import { repairAssignment, type Loss } from '@main/assignment/repair';
import { solveAssignment } from '@main/assignment/solve';
import { makeProblem, randomProblem } from '../../../support/assignment-problem';

const calm = { checkpoint: () => undefined };
const plain = { seed: 1, weights };
const nothing: Loss = { lost: new Set(), fixed: new Set(), gone: new Set() };

async function solve(problem: AssignmentProblem): Promise<Int32Array> {
  const solution = await solveAssignment(problem, { ...plain, floor: null, keep: null }, calm);
  return solution?.chosen ?? new Int32Array();
}

const workshop = (seed: number): AssignmentProblem =>
  randomProblem(seed, { papers: 12, reviewers: 12, demand: 2, min: 1, max: 3, conflictShare: 0.15 });

describe('the fairness frontier', () => {
  test.each([4, 8, 9])('goes from the largest total to the best worst paper (%i)', async (seed) => {
    const problem = workshop(seed);
    const { points, outOfReach } = await traceFrontier(problem, plain, 6, calm, () => undefined);
    expect(points[0]?.total).toBe(totalOf(problem, await solve(problem)));
    points.forEach((point, index) => {
      expect(findBreaches(problem, point.chosen)).toEqual([]);
      expect(worstPaper(problem, point.chosen)).toBe(point.worst);
      const before = points[index - 1];
      if (before === undefined) return;
      expect(point.worst).toBeGreaterThan(before.worst);
      expect(point.total).toBeLessThanOrEqual(before.total);
    });
    expect(points.at(-1)?.worst).toBeLessThan(outOfReach ?? 0);
    const beyond = { ...plain, floor: outOfReach, keep: null };
    expect(await solveAssignment(problem, beyond, calm)).toBeNull();
  });

  test('has a point for each trade there is', async () => {
    const problem = makeProblem({
      scores: [
        [1, 0.5],
        [0.5, 0.2],
      ],
      demand: 1,
      limits: { min: 0, max: 1, institutions: [] },
    });
    const { points, outOfReach } = await traceFrontier(problem, plain, 4, calm, () => undefined);
    expect(points.map(({ total, worst }) => ({ total, worst }))).toEqual([
      { total: 1_200_000, worst: 200_000 },
      { total: 1_000_000, worst: 500_000 },
    ]);
    expect(outOfReach).toBe(500_001);
  });

  test('is one point where rules have to give way', async () => {
    const problem = makeProblem({
      scores: [[0.5, null]],
      demand: 2,
      limits: { min: 0, max: 1, institutions: [] },
    });
    const { points, outOfReach } = await traceFrontier(problem, plain, 4, calm, () => undefined);
    expect({ points: points.length, outOfReach }).toEqual({ points: 1, outOfReach: null });
    expect(points[0]?.breaches).toMatchObject([{ rule: 'reviews', wanted: 2, got: 1 }]);
  });
});

/** The fewest pairs that any valid assignment without the lost ones takes away, and the largest total at that. */
function bestRepair(problem: AssignmentProblem, current: Int32Array, lost: ReadonlySet<number>): unknown {
  let best = { removed: Infinity, total: 0 };
  const { count } = problem.pairs;
  for (let bits = 0; bits < 1 << count; bits += 1) {
    const chosen = Int32Array.from([...Array(count).keys()].filter((pair) => (bits >> pair) & 1));
    if (chosen.some((pair) => lost.has(pair)) || findBreaches(problem, chosen).length > 0) continue;
    const removed = current.filter((pair) => !chosen.includes(pair) && !lost.has(pair)).length;
    const total = totalOf(problem, chosen);
    if (removed < best.removed || (removed === best.removed && total > best.total)) best = { removed, total };
  }
  return best;
}

describe('a repair', () => {
  test('takes away as little as any repair can, and then has the largest total', async () => {
    let compared = 0;
    for (let seed = 1; seed <= 30; seed += 1) {
      const problem = randomProblem(seed, {
        papers: 3,
        reviewers: 4,
        demand: 2,
        min: 1,
        max: 2,
        conflictShare: 0.05,
      });
      const current = await solve(problem);
      const lost = new Set([current[seed % current.length] as number]);
      const repair = await repairAssignment(problem, current, { ...nothing, lost }, plain, calm);
      if (repair.breaches.length > 0 || findBreaches(problem, current).length > 0) continue;
      compared += 1;
      expect({ seed, removed: repair.removed.length, total: totalOf(problem, repair.chosen) }).toEqual({
        seed,
        ...(bestRepair(problem, current, lost) as object),
      });
    }
    expect(compared).toBeGreaterThan(10);
  });

  test('gives nothing new to a reviewer who is gone and leaves what is under way', async () => {
    const problem = workshop(5);
    const current = await solve(problem);
    const gone = problem.pairs.reviewer[current[0] as number] as number;
    const fixed = new Set([current[0] as number]);
    const repair = await repairAssignment(
      problem,
      current,
      { lost: new Set(), fixed, gone: new Set([gone]) },
      plain,
      calm,
    );
    const left = repair.chosen.filter((pair) => problem.pairs.reviewer[pair] === gone);
    expect([...left]).toEqual([current[0]]);
    const loads = findBreaches(problem, repair.chosen).filter(({ reviewer }) => reviewer !== gone);
    expect(loads).toEqual([]);
  });

  test('of nothing changes nothing', async () => {
    const problem = workshop(6);
    const current = await solve(problem);
    const { chosen, removed, added } = await repairAssignment(problem, current, nothing, plain, calm);
    expect({ chosen, removed: removed.length, added: added.length }).toEqual({
      chosen: current,
      removed: 0,
      added: 0,
    });
  });
});

describe('a change by hand', () => {
  test('of an optimum never gains, and what it breaks is told', async () => {
    const problem = workshop(7);
    const chosen = await solve(problem);
    const pair = chosen[4] as number;
    const replacements = listReplacements(problem, chosen, pair, weights);
    expect(replacements.length).toBeGreaterThan(3);
    for (const one of replacements) {
      expect(one.breachGain > 0 || one.gain <= 0).toBe(true);
      const after = changeByHand(problem, chosen, one, weights);
      expect(totalOf(problem, after.chosen) - totalOf(problem, chosen)).toBe(one.gain);
      expect(findBreaches(problem, after.chosen)).toEqual(one.breaches);
    }
    const gone = changeByHand(problem, chosen, { remove: [pair], add: [] }, weights);
    expect(gone.breaches).toContainEqual(
      expect.objectContaining({ rule: 'reviews', paper: problem.pairs.paper[pair], wanted: 2, got: 1 }),
    );
  });

  test('offers an exchange where taking the paper would overload somebody', () => {
    const problem = makeProblem({
      scores: [
        [0.9, 0.8],
        [0.7, 0.9],
      ],
      demand: 1,
      limits: { min: 1, max: 1, institutions: [] },
    });
    const [only, ...others] = listReplacements(problem, Int32Array.of(0, 3), 0, weights);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      reviewer: 1,
      exchange: 1,
      remove: [0, 3],
      add: [1, 2],
      gain: -300_000,
      breachGain: 0,
    });
  });
});
