import { LEVEL, type AssignmentProblem, type Breach, type Chosen } from './problem';

/**
 * Every rule that an assignment breaks, found by counting and by nothing that a solver says: what no solver was told, or
 * got wrong, comes to light here.
 */
export function findBreaches(problem: AssignmentProblem, chosen: Chosen): readonly Breach[] {
  const { demands, reviewers, pairs, panel } = problem;
  const breaches: Breach[] = [];
  const panels = Array.from(demands, (): number[] => []);
  const loads = new Int32Array(reviewers.length);
  const isChosen = new Uint8Array(pairs.count);
  for (const pair of chosen) {
    isChosen[pair] = 1;
    panels[pairs.paper[pair] as number]?.push(pair);
    loads[pairs.reviewer[pair] as number] = (loads[pairs.reviewer[pair] as number] as number) + 1;
  }
  const breach = (rule: Breach['rule'], place: Partial<Breach>, wanted: number, got: number): void => {
    breaches.push({ rule, paper: null, reviewer: null, institution: null, ...place, wanted, got });
  };

  panels.forEach((members, paper) => {
    const demand = demands[paper] as number;
    if (members.length !== demand) breach('reviews', { paper }, demand, members.length);
    if (demand === 0) return;
    const count = (level: number): number => members.filter((pair) => pairs.level[pair] === level).length;
    const expertsWanted = Math.min(panel.expertsAtLeast, demand);
    if (count(LEVEL.expert) < expertsWanted) breach('expert', { paper }, expertsWanted, count(LEVEL.expert));
    const { distantAtMost } = panel;
    if (distantAtMost !== null && count(LEVEL.distant) > distantAtMost) {
      breach('distant', { paper }, distantAtMost, count(LEVEL.distant));
    }
    if (!panel.isOneOfInstitution) return;
    const seen = new Map<number, number>();
    for (const pair of members) {
      for (const institution of reviewers[pairs.reviewer[pair] as number]?.institutions ?? []) {
        seen.set(institution, (seen.get(institution) ?? 0) + 1);
      }
    }
    for (const [institution, got] of seen) if (got > 1) breach('institution', { paper, institution }, 1, got);
  });
  reviewers.forEach(({ min, max }, reviewer) => {
    const load = loads[reviewer] as number;
    if (load < min) breach('min-load', { reviewer }, min, load);
    if (load > max) breach('max-load', { reviewer }, max, load);
  });
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (pairs.isForced[pair] !== 1 || isChosen[pair] === 1) continue;
    breach('forced', { paper: pairs.paper[pair] as number, reviewer: pairs.reviewer[pair] as number }, 1, 0);
  }
  return breaches;
}

/** How much an assignment breaks rules: the weight of each rule times how often. */
export function weighBreaches(
  breaches: readonly Breach[],
  weights: Readonly<Record<Breach['rule'], number>>,
): number {
  return breaches.reduce((sum, { rule, wanted, got }) => sum + weights[rule] * Math.abs(wanted - got), 0);
}
