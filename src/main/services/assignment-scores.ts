import type { AffinityTerms } from '../assignment/affinity';
import { compareProfiles, levelOf, scoreOf } from '../assignment/affinity';
import { closeSearchIndexes, withSearchIndex } from '../store/search-database';
import { textOf } from '../store/search-texts';
import { EVERY_PAIR_UP_TO, type AssignmentInputs } from './assignment-inputs';
import type { JobControl } from './deps';

/** The scores of all possible pairs, in columns: papers and candidates by their place in the inputs. */
export interface PairScores {
  readonly count: number;
  readonly paper: Int32Array;
  readonly reviewer: Int32Array;
  readonly score: Int32Array;
  readonly level: Int32Array;
  /** The terms; {@link UNKNOWN} where nothing is known. */
  readonly topics: Int32Array;
  readonly text: Int32Array;
  readonly bid: Int32Array;
}

/** Stands for a term of which nothing is known. */
export const UNKNOWN = -2_147_483_648;

const COLUMNS = ['paper', 'reviewer', 'score', 'level', 'topics', 'text', 'bid'] as const;

const BEST_OF_EACH = 60;
/** How much of a paper is compared, UTF-16 code units: with more papers less, so that memory stays bounded. */
const TEXT_LENGTH = 60_000;
const ALL_TEXT_LENGTH = 120_000_000;

/** Scores every pair that no conflict rules out. */
export function scorePairs(inputs: AssignmentInputs, job: JobControl): PairScores {
  const { papers, candidates, settings } = inputs;
  job.progress('Comparing papers and reviewers', 0, candidates.length);
  const { termsOf } = compareProfiles(
    readTexts(inputs).map((text, index) => ({ topics: papers[index]?.topics ?? [], text })),
    candidates.map(({ profile }) => ({ topics: profile?.topics ?? [], text: profile?.expertise ?? '' })),
    (paper, reviewer) => {
      const [one, candidate] = [papers[paper], candidates[reviewer]];
      if (one === undefined || candidate === undefined) return null;
      const bid = inputs.bidOf(one.number, candidate.person.id);
      return bid === 'conflict' ? null : bid;
    },
  );
  const isEveryPair = papers.length * candidates.length <= EVERY_PAIR_UP_TO;
  const forced = new Set(settings.forced.map(({ paper, person }) => `${paper} ${person}`));
  const best = createBest(papers.length);
  const rows: number[][] = [];
  candidates.forEach((candidate, reviewer) => {
    job.checkpoint();
    job.progress('Comparing papers and reviewers', reviewer, candidates.length);
    const mine = termsOf(reviewer).flatMap((terms, index) => {
      const paper = papers[index];
      if (paper === undefined || inputs.conflictOf(paper, candidate) !== null) return [];
      return [toRow(index, reviewer, terms, settings.weights)];
    });
    if (isEveryPair) {
      for (const row of mine) rows.push(row);
      return;
    }
    mine.sort((a, b) => (b[2] as number) - (a[2] as number));
    mine.forEach((row, rank) => {
      const isForced = forced.has(`${papers[row[0] as number]?.number} ${candidate.person.id}`);
      if (rank < BEST_OF_EACH || isForced) rows.push(row);
      else best.offer(row);
    });
  });
  for (const row of best.all()) rows.push(row);
  return toColumns(rows);
}

/** Packs scores into bytes, little-endian 32-bit columns one after another. */
export function packScores(scores: PairScores): Uint8Array {
  const packed = new Int32Array(1 + scores.count * COLUMNS.length);
  packed[0] = scores.count;
  COLUMNS.forEach((name, index) => packed.set(scores[name], 1 + index * scores.count));
  return new Uint8Array(packed.buffer);
}

/** What {@link packScores} packed. */
export function unpackScores(bytes: Uint8Array): PairScores {
  const packed = new Int32Array(Uint8Array.from(bytes).buffer);
  const count = packed[0] ?? 0;
  const column = (index: number): Int32Array => packed.slice(1 + index * count, 1 + (index + 1) * count);
  return {
    count,
    paper: column(0),
    reviewer: column(1),
    score: column(2),
    level: column(3),
    topics: column(4),
    text: column(5),
    bid: column(6),
  };
}

/** A paper's title, abstract and keywords, and its full text where it was read. */
function readTexts({ papers, fullTexts, folder }: AssignmentInputs): readonly string[] {
  const length = Math.min(TEXT_LENGTH, Math.floor(ALL_TEXT_LENGTH / Math.max(1, papers.length)));
  try {
    return withSearchIndex(folder, (index) =>
      papers.map(({ title, abstract, keywords, pdf }) => {
        const about = `${title}\n${abstract}\n${keywords.join('\n')}`;
        return fullTexts.has(pdf.sha256) ? `${about}\n${textOf(index, pdf.sha256, length)}` : about;
      }),
    );
  } finally {
    closeSearchIndexes(folder);
  }
}

function toRow(
  paper: number,
  reviewer: number,
  terms: AffinityTerms,
  weights: AssignmentInputs['settings']['weights'],
): number[] {
  const { topics, text, bid } = terms;
  const known = (term: number | null): number => term ?? UNKNOWN;
  return [
    paper,
    reviewer,
    scoreOf(terms, weights),
    levelOf(terms, weights),
    known(topics),
    known(text),
    known(bid),
  ];
}

function toColumns(rows: readonly (readonly number[])[]): PairScores {
  const column = (index: number): Int32Array => Int32Array.from(rows, (row) => row[index] as number);
  return {
    count: rows.length,
    paper: column(0),
    reviewer: column(1),
    score: column(2),
    level: column(3),
    topics: column(4),
    text: column(5),
    bid: column(6),
  };
}

/** The best rows of each paper, so that no paper is left with reviewers who all have better things to do. */
function createBest(paperCount: number): { offer(row: number[]): void; all(): number[][] } {
  const lists = Array.from({ length: paperCount }, (): number[][] => []);
  return {
    offer(row) {
      const list = lists[row[0] as number] ?? [];
      const last = list.at(-1);
      if (list.length === BEST_OF_EACH && last !== undefined && (last[2] as number) >= (row[2] as number))
        return;
      const place = list.findIndex((other) => (other[2] as number) < (row[2] as number));
      list.splice(place === -1 ? list.length : place, 0, row);
      if (list.length > BEST_OF_EACH) list.pop();
    },
    all: () => lists.flat(),
  };
}
