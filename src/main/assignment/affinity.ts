import { LEVEL } from './problem';
import { createCosines, toTextVectors } from './text-index';

/** What a reviewer wants to do with a paper. */
export type Bid = 'yes' | 'maybe' | 'no';

/** How much each term weighs; not all 0. */
export interface AffinityWeights {
  readonly topics: number;
  readonly text: number;
  readonly bid: number;
}

/** The terms of a pair's score, millionths; null where nothing is known. */
export interface AffinityTerms {
  readonly topics: number | null;
  readonly text: number | null;
  readonly bid: number | null;
}

/** A paper or a reviewer as far as affinity goes. */
export interface Profile {
  /** A reviewer's topics, the best known first; a paper's in any order. */
  readonly topics: readonly string[];
  readonly text: string;
}

/** A whole in millionths. */
const WHOLE = 1_000_000;

/** What bids count: wanting less than nothing counts below what is not known. */
const BID_TERMS: Readonly<Record<Bid, number>> = { yes: WHOLE, maybe: WHOLE / 2, no: -WHOLE };

/** From this share of the top on, somebody is an expert on a paper's subject; below that one, distant from it. */
const EXPERT_FROM = 500_000;
const DISTANT_BELOW = 150_000;

/** The share of cosines that stay below the one that counts as a whole. */
const TOP_SHARE = 0.99;
const COSINES_LOOKED_AT = 2_000_000;

/**
 * How well reviewers' ranked topics fit a paper's: the n-th topic of a reviewer counts 1/n, and the whole is what the best
 * fit for as many topics would give. Null when either side has none.
 *
 * @example topicTerm(['sbi', 'mcmc'], ['mcmc']) // 500000
 */
export function topicTerm(ranked: readonly string[], ofPaper: readonly string[]): number | null {
  if (ranked.length === 0 || ofPaper.length === 0) return null;
  const wanted = new Set(ofPaper);
  let sum = 0;
  let whole = 0;
  ranked.forEach((topic, index) => {
    if (wanted.has(topic)) sum += 1 / (index + 1);
    if (index < wanted.size) whole += 1 / (index + 1);
  });
  return Math.round((sum / whole) * WHOLE);
}

/** The weighted mean of the terms that are known, millionths; 0 when none is. */
export function scoreOf(terms: AffinityTerms, weights: AffinityWeights): number {
  let sum = 0;
  let weight = 0;
  for (const name of ['topics', 'text', 'bid'] as const) {
    const term = terms[name];
    if (term === null) continue;
    sum += weights[name] * term;
    weight += weights[name];
  }
  return weight === 0 ? 0 : Math.round(sum / weight);
}

/** How well somebody knows a paper's subject, by topics and texts alone: a wish is not knowledge. */
export function levelOf(terms: AffinityTerms, weights: AffinityWeights): (typeof LEVEL)[keyof typeof LEVEL] {
  const known = { ...weights, bid: 0 };
  // Weights of 0 say what an assignment is to go by, not what somebody knows.
  const knowledge = scoreOf(
    { ...terms, bid: null },
    known.topics + known.text > 0 ? known : { topics: 1, text: 1, bid: 0 },
  );
  if (knowledge >= EXPERT_FROM) return LEVEL.expert;
  return knowledge < DISTANT_BELOW ? LEVEL.distant : LEVEL.familiar;
}

/** The terms of every pair of a paper and a reviewer, asked reviewer by reviewer. */
export interface Affinity {
  /** One reviewer's terms, by paper. */
  termsOf(reviewer: number): readonly AffinityTerms[];
}

/**
 * Compares papers and reviewers. Cosines of texts are small numbers that depend on the venue: the whole is the cosine that
 * only one pair in a hundred exceeds.
 *
 * @param bidOf a reviewer's bid on a paper; null for none
 */
export function compareProfiles(
  papers: readonly Profile[],
  reviewers: readonly Profile[],
  bidOf: (paper: number, reviewer: number) => Bid | null,
): Affinity {
  const vectors = toTextVectors([...papers, ...reviewers].map(({ text }) => text));
  const cosinesWith = createCosines(vectors, [...papers.keys()]);
  const whole = topCosine(reviewers.length, papers.length, (reviewer) =>
    cosinesWith(papers.length + reviewer),
  );
  const hasText = [...papers, ...reviewers].map(({ text }) => text.trim() !== '');
  return {
    termsOf: (reviewer) => {
      const cosines = cosinesWith(papers.length + reviewer);
      return papers.map(({ topics }, paper) => {
        const isComparable =
          whole > 0 && hasText[paper] === true && hasText[papers.length + reviewer] === true;
        const bid = bidOf(paper, reviewer);
        const cosine = cosines[paper] ?? 0;
        return {
          topics: topicTerm(reviewers[reviewer]?.topics ?? [], topics),
          text: isComparable ? Math.round(Math.min(1, cosine / whole) * WHOLE) : null,
          bid: bid === null ? null : BID_TERMS[bid],
        };
      });
    },
  };
}

/** The cosine that counts as a whole; of very many reviewers some, evenly chosen, stand for all. */
function topCosine(
  reviewerCount: number,
  paperCount: number,
  cosinesOf: (reviewer: number) => Float64Array,
): number {
  const step = Math.max(1, Math.ceil((reviewerCount * paperCount) / COSINES_LOOKED_AT));
  const some: number[] = [];
  for (let reviewer = 0; reviewer < reviewerCount; reviewer += step) {
    for (const cosine of cosinesOf(reviewer)) if (cosine > 0) some.push(cosine);
  }
  some.sort((a, b) => a - b);
  return some[Math.floor(some.length * TOP_SHARE)] ?? 0;
}
