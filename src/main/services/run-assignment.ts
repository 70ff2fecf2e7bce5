import type { AssignmentRun, AssignmentSettings, FairnessCurve, Pair } from '@shared/contract/assignment';
import { AppError } from '@shared/contract/errors';
import type { PersonId, VenueId } from '@shared/model/ids';
import { traceFrontier } from '../assignment/frontier';
import { totalOf, worstPaper, type Breach, type Chosen } from '../assignment/problem';
import { repairAssignment } from '../assignment/repair';
import { solveAssignment } from '../assignment/solve';
import { getRun, listReviewedPairs, saveRun, type NewRun } from '../store/assignment-runs';
import { listAssignments } from '../store/assignments';
import { transact } from '../store/database';
import { declinedPairs, EVERY_PAIR_UP_TO, keyOf } from './assignment-inputs';
import { poseProblem, ruleWeights, type PosedProblem } from './assignment-problem';
import { toBrokenRules } from './assignment-words';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';

/** A venue and what an assignment is to go by. */
export interface RunInput {
  readonly venue: VenueId;
  readonly settings: AssignmentSettings;
}

/** What was found, besides what follows from the problem. */
export interface Found extends Pick<AssignmentRun, 'kind' | 'parent' | 'method' | 'removed' | 'added'> {
  readonly chosen: Chosen;
  readonly breaches: readonly Breach[];
}

/**
 * Finds the assignment of the largest total and remembers it. Where not every rule can be kept, the smallest set of rules
 * gives way, and is named.
 *
 * Refused: NOT_AN_ORGANIZER, NOTHING_TO_ASSIGN, PAIR_NOT_ALLOWED, FLOOR_OUT_OF_REACH.
 */
export async function runAssignment(
  deps: ServiceDeps,
  { venue, settings }: RunInput,
  job: JobControl,
): Promise<AssignmentRun> {
  const posed = poseProblem(deps, venue, settings, job);
  job.progress('Looking for the best assignment', 0, 0);
  const { seed, floor } = settings;
  const options = { seed, floor, weights: ruleWeights, keep: null };
  const solution = await solveAssignment(posed.problem, options, job);
  if (solution === null) {
    throw new AppError(
      'FLOOR_OUT_OF_REACH',
      'No assignment gives every paper that much and keeps the rules. Choose a lower point on the curve.',
    );
  }
  return rememberRun(deps, posed, { ...solution, kind: 'run', parent: null, removed: [], added: [] });
}

/** What a curve is traced from. */
export interface TraceInput extends RunInput {
  readonly steps: number;
}

/** Traces total against the worst paper; each point is remembered as a run. Refused: as {@link runAssignment}. */
export async function traceFairness(
  deps: ServiceDeps,
  { venue, settings, steps }: TraceInput,
  job: JobControl,
): Promise<FairnessCurve> {
  const posed = poseProblem(deps, venue, settings, job);
  const tell = (done: number): void => job.progress('Tracing the curve', done, steps + 1);
  tell(0);
  const options = { seed: settings.seed, weights: ruleWeights };
  const { points, outOfReach } = await traceFrontier(posed.problem, options, steps, job, (done) =>
    tell(done + 1),
  );
  const runs = points.map(({ chosen, breaches, total, worst }, index) => {
    const found = { chosen, breaches, kind: 'fairness', parent: null, removed: [], added: [] } as const;
    const floor = index === 0 ? null : worst;
    const { id } = rememberRun(
      deps,
      { ...posed, inputs: { ...posed.inputs, settings: { ...settings, floor } } },
      { ...found, method: index === 0 ? 'flow' : 'highs' },
    );
    return { run: id, total, worst };
  });
  return { points: runs, outOfReach };
}

/** What has to be repaired. */
export interface RepairInput extends RunInput {
  readonly declined: readonly Pair[];
  readonly gone: readonly PersonId[];
}

/**
 * Repairs what stands with the fewest changes, and among those for the largest total. Pairs that reviewers declined are lost
 * as well; where a review is here, its pair stays. Refused: as {@link runAssignment}.
 */
export async function repairStanding(
  deps: ServiceDeps,
  { venue, settings, declined, gone }: RepairInput,
  job: JobControl,
): Promise<AssignmentRun> {
  const { db } = deps.stores.open(venue);
  const said = declinedPairs(db);
  const standing = listAssignments(db).filter(({ role }) => role === 'reviewer');
  const refused = standing.filter(({ paper, person }) => said.has(keyOf(paper, person)));
  const forbidden = [...settings.forbidden, ...declined];
  const reviewed = new Set(listReviewedPairs(db).map(({ paper, person }) => keyOf(paper, person)));
  const lost = new Set([...refused, ...declined].map(({ paper, person }) => keyOf(paper, person)));
  const isGone = new Set<string>(gone);
  const forced = settings.forced.filter(
    ({ paper, person }) => !lost.has(keyOf(paper, person)) && !isGone.has(person),
  );
  const posed = poseProblem(deps, venue, { ...settings, forced, forbidden, floor: null }, job);
  job.progress('Looking for the fewest changes', 0, 0);
  const current: number[] = [];
  const fixed = new Set<number>();
  for (const pair of standing) {
    const index = posed.pairOf(pair);
    if (index === undefined) continue;
    current.push(index);
    if (reviewed.has(keyOf(pair.paper, pair.person))) fixed.add(index);
  }
  const places = new Map(posed.inputs.candidates.map(({ person }, place) => [person.id, place]));
  const loss = {
    lost: new Set<number>(),
    fixed,
    gone: new Set(gone.flatMap((person) => places.get(person) ?? [])),
  };
  const options = { seed: settings.seed, weights: ruleWeights };
  const repair = await repairAssignment(posed.problem, Int32Array.from(current), loss, options, job);
  const chosen = new Set(
    Array.from(repair.chosen, (index) => keyOf(posed.toPair(index).paper, posed.toPair(index).person)),
  );
  const removed = standing.filter(
    ({ paper, person }) =>
      !chosen.has(keyOf(paper, person)) && !lost.has(keyOf(paper, person)) && !isGone.has(person),
  );
  return rememberRun(deps, posed, {
    ...repair,
    kind: 'repair',
    parent: null,
    removed: removed.map(({ paper, person }) => ({ paper, person })),
    added: Array.from(repair.added, (index) => toPlainPair(posed, index)),
  });
}

/** A pair by its number, without its score. */
export function toPlainPair(posed: PosedProblem, index: number): Pair {
  const { paper, person } = posed.toPair(index);
  return { paper, person };
}

/** Remembers what was found, with the terms of every score. */
export function rememberRun(deps: ServiceDeps, posed: PosedProblem, found: Found): AssignmentRun {
  const { inputs, problem, scores } = posed;
  const { chosen, breaches, ...facts } = found;
  const run: NewRun = {
    ...facts,
    madeAt: nowInstant(deps.clock),
    settings: inputs.settings,
    inputsSha256: inputs.sha256,
    paperCount: inputs.papers.length,
    reviewerCount: inputs.candidates.length,
    pairCount: scores.count,
    isEveryPair: inputs.papers.length * inputs.candidates.length <= EVERY_PAIR_UP_TO,
    fullTextCount: inputs.papers.filter(({ pdf }) => inputs.fullTexts.has(pdf.sha256)).length,
    total: totalOf(problem, chosen),
    worst: worstPaper(problem, chosen),
    broken: toBrokenRules(posed, breaches),
  };
  const { db } = deps.stores.open(inputs.venue);
  const id = transact(db, () => saveRun(db, run, Array.from(chosen, posed.toPair)));
  const remembered = getRun(db, id);
  if (remembered === undefined) throw new Error('a run that was remembered is not there');
  return remembered;
}
