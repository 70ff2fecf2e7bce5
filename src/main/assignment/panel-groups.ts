import { LEVEL, type AssignmentProblem } from './problem';

/** Pairs of one paper of which a rule bounds how many are chosen. */
export interface PanelGroup {
  readonly rule: 'institution' | 'expert' | 'distant';
  readonly paper: number;
  readonly institution: number | null;
  readonly pairs: readonly number[];
  /** How many at least and at most. */
  readonly low: number;
  readonly high: number;
}

/** Every bound that the panel rules put on pairs of one paper; those that cannot be broken are left out. */
export function panelGroups({ demands, reviewers, pairs, panel }: AssignmentProblem): readonly PanelGroup[] {
  const { isOneOfInstitution, expertsAtLeast, distantAtMost } = panel;
  if (!isOneOfInstitution && expertsAtLeast === 0 && distantAtMost === null) return [];
  const ofPaper = pairsByPaper(demands.length, pairs);
  return [...demands.keys()].flatMap((paper) => {
    const mine = ofPaper[paper] ?? [];
    const demand = demands[paper] as number;
    if (demand === 0) return [];
    const groups: PanelGroup[] = [];
    if (expertsAtLeast > 0) {
      const experts = mine.filter((pair) => pairs.level[pair] === LEVEL.expert);
      const low = Math.min(expertsAtLeast, demand);
      groups.push({ rule: 'expert', paper, institution: null, pairs: experts, low, high: demand });
    }
    if (distantAtMost !== null && distantAtMost < demand) {
      const distant = mine.filter((pair) => pairs.level[pair] === LEVEL.distant);
      if (distant.length > distantAtMost) {
        groups.push({
          rule: 'distant',
          paper,
          institution: null,
          pairs: distant,
          low: 0,
          high: distantAtMost,
        });
      }
    }
    if (isOneOfInstitution) {
      for (const [institution, colleagues] of byInstitution(mine, (pair) => {
        return reviewers[pairs.reviewer[pair] as number]?.institutions ?? [];
      })) {
        if (colleagues.length < 2) continue;
        groups.push({ rule: 'institution', paper, institution, pairs: colleagues, low: 0, high: 1 });
      }
    }
    return groups;
  });
}

/**
 * Whether no pair is in two groups. Then each group is a node that flow passes through on its way to the paper, and
 * the whole problem is a flow. (Groups one within another would be too, but hardly occur.)
 */
export function areApart(groups: readonly PanelGroup[]): boolean {
  const taken = new Set<number>();
  for (const group of groups) {
    for (const pair of group.pairs) {
      if (taken.has(pair)) return false;
      taken.add(pair);
    }
  }
  return true;
}

function pairsByPaper(count: number, pairs: AssignmentProblem['pairs']): readonly number[][] {
  const lists = Array.from({ length: count }, (): number[] => []);
  for (let pair = 0; pair < pairs.count; pair += 1) lists[pairs.paper[pair] as number]?.push(pair);
  return lists;
}

function byInstitution(
  pairs: readonly number[],
  institutionsOf: (pair: number) => readonly number[],
): ReadonlyMap<number, number[]> {
  const map = new Map<number, number[]>();
  for (const pair of pairs) {
    for (const institution of institutionsOf(pair)) {
      const list = map.get(institution);
      if (list === undefined) map.set(institution, [pair]);
      else list.push(pair);
    }
  }
  return map;
}
