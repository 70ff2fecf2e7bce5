import type { AssignedPair, AssignmentSettings, Pair } from '@shared/contract/assignment';
import { AppError } from '@shared/contract/errors';
import type { VenueId } from '@shared/model/ids';
import { DEFAULT_RULE_WEIGHTS, type AssignmentProblem, type Chosen } from '../assignment/problem';
import { getScores, saveScores } from '../store/assignment-runs';
import { transact } from '../store/database';
import { gatherInputs, keyOf, type AssignmentInputs } from './assignment-inputs';
import { packScores, scorePairs, UNKNOWN, unpackScores, type PairScores } from './assignment-scores';
import type { JobControl, ServiceDeps } from './deps';

/** A problem with what its numbers stand for. */
export interface PosedProblem {
  readonly inputs: AssignmentInputs;
  readonly problem: AssignmentProblem;
  readonly scores: PairScores;
  /** What each institution's number stands for. */
  readonly institutions: readonly string[];
  /** The number of a pair; undefined where it is in conflict or was not looked at. */
  pairOf(pair: Pair): number | undefined;
  toPair(index: number): AssignedPair;
}

/** How dear rules are to break. */
export const ruleWeights = DEFAULT_RULE_WEIGHTS;

const LEVEL_NAMES = ['distant', 'familiar', 'expert'] as const;

/**
 * Poses the problem of a venue. Scores that were found for the same inputs are used again.
 *
 * Refused: NOT_AN_ORGANIZER, NOTHING_TO_ASSIGN, PAIR_NOT_ALLOWED when a forced pair is in conflict.
 */
export function poseProblem(
  deps: ServiceDeps,
  venue: VenueId,
  settings: AssignmentSettings,
  job: JobControl,
): PosedProblem {
  const inputs = gatherInputs(deps, venue, settings);
  const scores = readScores(deps, inputs, job);
  const { papers, candidates } = inputs;
  const numberOf = new Map<string, number>();
  for (let index = 0; index < scores.count; index += 1) {
    const [paper, candidate] = [papers[scores.paper[index] ?? -1], candidates[scores.reviewer[index] ?? -1]];
    if (paper !== undefined && candidate !== undefined)
      numberOf.set(keyOf(paper.number, candidate.person.id), index);
  }
  const pairOf = ({ paper, person }: Pair): number | undefined => numberOf.get(keyOf(paper, person));
  const isForced = new Uint8Array(scores.count);
  for (const pair of settings.forced) {
    const index = pairOf(pair);
    if (index === undefined) throw notAllowed(inputs, pair);
    isForced[index] = 1;
  }
  const institutions: string[] = [];
  const problem: AssignmentProblem = {
    demands: Int32Array.from(papers, () => settings.reviewsPerPaper),
    reviewers: candidates.map(({ min, max, institution }) => ({
      min: Math.min(min, papers.length),
      max: Math.min(max, papers.length),
      institutions: numberInstitutions(institution, institutions),
    })),
    pairs: {
      count: scores.count,
      paper: scores.paper,
      reviewer: scores.reviewer,
      score: Float64Array.from(scores.score),
      level: Uint8Array.from(scores.level),
      isForced,
    },
    panel: settings,
  };
  const term = (column: Int32Array, index: number): number | null =>
    column[index] === UNKNOWN ? null : (column[index] ?? null);
  return {
    inputs,
    problem,
    scores,
    institutions,
    pairOf,
    toPair: (index) => {
      const [paper, candidate] = [
        papers[scores.paper[index] ?? -1],
        candidates[scores.reviewer[index] ?? -1],
      ];
      if (paper === undefined || candidate === undefined) throw new Error(`there is no pair ${index}`);
      return {
        paper: paper.number,
        person: candidate.person.id,
        score: scores.score[index] ?? 0,
        terms: {
          topics: term(scores.topics, index),
          text: term(scores.text, index),
          bid: term(scores.bid, index),
        },
        level: LEVEL_NAMES[scores.level[index] ?? 0] ?? 'distant',
      };
    },
  };
}

/** The numbers of pairs, ascending. Refused: PAIR_NOT_ALLOWED. */
export function requirePairs(posed: PosedProblem, pairs: readonly Pair[]): Chosen {
  return Int32Array.from(pairs, (pair) => {
    const index = posed.pairOf(pair);
    if (index === undefined) throw notAllowed(posed.inputs, pair);
    return index;
  }).toSorted((a, b) => a - b);
}

function readScores(deps: ServiceDeps, inputs: AssignmentInputs, job: JobControl): PairScores {
  const { db } = deps.stores.open(inputs.venue);
  const kept = getScores(db, inputs.scoresSha256);
  if (kept !== undefined) return unpackScores(kept);
  const scores = scorePairs(inputs, job);
  transact(db, () => saveScores(db, inputs.scoresSha256, packScores(scores)));
  return scores;
}

/** The numbers of the institutions that a text names, `;` between them; new ones are added to the list. */
function numberInstitutions(text: string, known: string[]): readonly number[] {
  const names = text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.map((name) => {
    const place = known.findIndex((one) => one.toLowerCase() === name.toLowerCase());
    return place === -1 ? known.push(name) - 1 : place;
  });
}

function notAllowed({ papers, candidates, conflictOf }: AssignmentInputs, pair: Pair): AppError {
  const paper = papers.find(({ number }) => number === pair.paper);
  const candidate = candidates.find(({ person }) => person.id === pair.person);
  if (paper === undefined || candidate === undefined) {
    return new AppError('PAIR_NOT_ALLOWED', `Paper ${pair.paper} or its reviewer is not part of this venue.`);
  }
  const why = {
    author: 'is an author of it',
    chair: 'is its chair',
    declared: 'declared a conflict of interest',
    institution: 'is of the same institution as an author',
    forbidden: 'is ruled out for it',
    declined: 'declined it',
  }[conflictOf(paper, candidate) ?? 'forbidden'];
  return new AppError(
    'PAIR_NOT_ALLOWED',
    `${candidate.person.name} cannot review paper ${pair.paper}: ${candidate.person.name} ${why}.`,
  );
}
