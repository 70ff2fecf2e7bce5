import type { BrokenRule } from '@shared/contract/assignment';
import type { Breach } from '../assignment/problem';
import type { PosedProblem } from './assignment-problem';

/** Says in words which rules an assignment breaks, the papers first. */
export function toBrokenRules(posed: PosedProblem, breaches: readonly Breach[]): readonly BrokenRule[] {
  const { papers, candidates } = posed.inputs;
  return breaches.map((breach) => ({
    rule: breach.rule,
    paper: breach.paper === null ? null : (papers[breach.paper]?.number ?? null),
    person: breach.reviewer === null ? null : (candidates[breach.reviewer]?.person.id ?? null),
    sentence: sentenceOf(posed, breach),
  }));
}

function sentenceOf(
  posed: PosedProblem,
  { rule, paper, reviewer, institution, wanted, got }: Breach,
): string {
  const number = paper === null ? '' : String(posed.inputs.papers[paper]?.number);
  const name = reviewer === null ? '' : (posed.inputs.candidates[reviewer]?.person.name ?? '');
  switch (rule) {
    case 'reviews':
      return got > wanted
        ? `Paper ${number} has ${got} reviewers, more than ${wanted}.`
        : `Paper ${number} gets only ${got} of ${wanted} reviewers: ${whyShort(posed, paper ?? -1, wanted)}.`;
    case 'min-load':
      return `${name} gets only ${count(got, 'paper')} of ${wanted}: may review ${openPapers(posed, reviewer ?? -1)} of ${posed.inputs.papers.length}.`;
    case 'max-load':
      return `${name} has to take ${count(got, 'paper')}, more than ${wanted}.`;
    case 'institution':
      return `Paper ${number} gets ${got} reviewers of ${posed.institutions[institution ?? -1] ?? 'one institution'}.`;
    case 'expert':
      return `Paper ${number} gets ${got} of ${count(wanted, 'expert')}.`;
    case 'distant':
      return `Paper ${number} gets ${count(got, 'reviewer')} far from its subject, more than ${wanted}.`;
    case 'forced':
      return `${name} does not review paper ${number}, although that was asked for.`;
  }
}

/** How many papers no conflict keeps a reviewer from. */
function openPapers({ inputs }: PosedProblem, reviewer: number): number {
  const candidate = inputs.candidates[reviewer];
  if (candidate === undefined) return 0;
  return inputs.papers.filter((paper) => inputs.conflictOf(paper, candidate) === null).length;
}

/** Why a paper does not get its reviewers. */
function whyShort({ inputs, problem }: PosedProblem, paper: number, wanted: number): string {
  const one = inputs.papers[paper];
  if (one === undefined) return 'there is no such paper';
  const reasons = inputs.candidates.map((candidate) => inputs.conflictOf(one, candidate));
  const ruledOut = reasons.filter((reason) => reason === 'forbidden' || reason === 'declined').length;
  const inConflict = reasons.filter((reason) => reason !== null).length - ruledOut;
  const all = inputs.candidates.length;
  const left = all - ruledOut - inConflict;
  const against = [
    ...(inConflict > 0 ? [`${inConflict} of ${all} reviewers ${areOrIs(inConflict)} in conflict`] : []),
    ...(ruledOut > 0 ? [`${ruledOut} ${areOrIs(ruledOut)} ruled out or declined`] : []),
  ].join(' and ');
  if (left < wanted) return against === '' ? `there are only ${count(all, 'reviewer')}` : against;
  const places = problem.reviewers.reduce((sum, { max }) => sum + max, 0);
  const needed = problem.demands.reduce((sum, demand) => sum + demand, 0);
  const full = `the ${left} who may review it have as many papers as they take`;
  return places < needed
    ? `${full}; all reviewers together take ${places} of the ${needed} reviews wanted`
    : full;
}

function areOrIs(amount: number): string {
  return amount === 1 ? 'is' : 'are';
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
