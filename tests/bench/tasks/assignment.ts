import type { AssignmentProblem } from '@main/assignment/problem';
import { totalOf } from '@main/assignment/problem';
import { seededRandom } from '@main/assignment/seeded-random';
import { solveFlow } from '@main/assignment/solve-flow';
import { loadSolver, solveWithHighs } from '@main/assignment/solve-highs';
import { timed, type Measured } from './measure';

/** A made-up venue, and what is to assign its papers. */
export interface AssignmentTask {
  readonly by: 'flow' | 'highs';
  readonly papers: number;
  readonly reviewers: number;
  /** Reviewers looked at for each paper; null for all but one in twenty, who are in conflict. */
  readonly candidates: number | null;
  readonly min: number;
  readonly max: number;
  readonly seed: number;
}

/** How an assignment was found, and what it comes to, millionths. */
export interface AssignmentMeasured extends Measured {
  readonly total: number;
  readonly pairCount: number;
}

const REVIEWS = 3;
const TOPICS = 10;

/** Assigns the papers of a made-up venue, three reviewers each. Only the search is timed, with building its model. */
export async function solveAssignmentTask(task: AssignmentTask): Promise<AssignmentMeasured> {
  const problem = makeProblem(task);
  const highs = await loadSolver();
  const calm = { checkpoint: () => undefined };
  const exact = { weights: null, keep: null };
  let chosen: Int32Array | null = null;
  const measured = timed(() => {
    chosen =
      task.by === 'flow'
        ? solveFlow(problem, [], 1, exact, calm)
        : solveWithHighs(highs, problem, [], { ...exact, seed: 1, floor: null, isInteger: false }, calm);
  });
  if (chosen === null) throw new Error('the made-up venue cannot be assigned');
  return { ...measured, total: totalOf(problem, chosen), pairCount: problem.pairs.count };
}

/** Papers and reviewers care for some of ten topics, as real ones do: whom many want is wanted by many. */
function makeProblem({ papers, reviewers, candidates, min, max, seed }: AssignmentTask): AssignmentProblem {
  const draw = seededRandom(seed);
  const interests = (count: number): Float64Array[] =>
    Array.from({ length: count }, () => Float64Array.from({ length: TOPICS }, () => draw() ** 4));
  const [ofPapers, ofReviewers] = [interests(papers), interests(reviewers)];
  const columns = { paper: [] as number[], reviewer: [] as number[], score: [] as number[] };
  for (let paper = 0; paper < papers; paper += 1) {
    for (const reviewer of drawReviewers(reviewers, candidates, draw)) {
      let fit = 0;
      for (let topic = 0; topic < TOPICS; topic += 1) {
        fit += (ofPapers[paper]?.[topic] ?? 0) * (ofReviewers[reviewer]?.[topic] ?? 0);
      }
      columns.paper.push(paper);
      columns.reviewer.push(reviewer);
      columns.score.push(Math.min(1_000_000, Math.round(fit * 300_000 + draw() * 100_000)));
    }
  }
  const count = columns.paper.length;
  return {
    demands: new Int32Array(papers).fill(REVIEWS),
    reviewers: Array.from({ length: reviewers }, () => ({ min, max, institutions: [] })),
    pairs: {
      count,
      paper: Int32Array.from(columns.paper),
      reviewer: Int32Array.from(columns.reviewer),
      score: Float64Array.from(columns.score),
      level: new Uint8Array(count),
      isForced: new Uint8Array(count),
    },
    panel: { isOneOfInstitution: false, expertsAtLeast: 0, distantAtMost: null },
  };
}

function drawReviewers(all: number, candidates: number | null, draw: () => number): Iterable<number> {
  if (candidates === null) return [...Array(all).keys()].filter(() => draw() >= 0.05);
  const drawn = new Set<number>();
  while (drawn.size < candidates) drawn.add(Math.floor(draw() * all));
  return drawn;
}
