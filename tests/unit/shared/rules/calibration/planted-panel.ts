import type { PaperNumber, PersonId } from '@shared/model/ids';
import type { Score } from '@shared/rules/calibration/panel';

/** A panel whose truth is known. */
export interface PlantedPanel {
  readonly scores: readonly Score[];
  /** The true score of each paper, by number. */
  readonly papers: ReadonlyMap<PaperNumber, number>;
  readonly offsets: ReadonlyMap<PersonId, number>;
}

/** How a panel is planted: sizes, and standard deviations. */
export interface Plan {
  readonly papers: number;
  readonly reviewers: number;
  readonly reviewsEach: number;
  readonly paper: number;
  readonly reviewer: number;
  readonly noise: number;
}

/** A panel drawn from the model with a seed: the same numbers from the same seed. */
export function plantPanel(seed: number, plan: Plan): PlantedPanel {
  const random = createRandom(seed);
  const papers = new Map(
    Array.from({ length: plan.papers }, (_, index) => [
      (index + 1) as PaperNumber,
      5 + plan.paper * drawNormal(random),
    ]),
  );
  const offsets = new Map(
    Array.from({ length: plan.reviewers }, (_, index) => [
      `p-${index}` as PersonId,
      plan.reviewer * drawNormal(random),
    ]),
  );
  const scores = [...papers].flatMap(([paper, quality]) =>
    [...offsets]
      .map(([reviewer, offset]) => ({ reviewer, offset, order: random() }))
      .toSorted((a, b) => a.order - b.order)
      .slice(0, plan.reviewsEach)
      .map(({ reviewer, offset }) => ({
        paper,
        reviewer,
        value: quality + offset + plan.noise * drawNormal(random),
      })),
  );
  return { scores, papers, offsets };
}

/** Box & Muller 1958. */
function drawNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/** A linear congruential generator (Numerical Recipes), never 0 or 1; its first numbers, alike for like seeds, are let go. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  for (let index = 0; index < 20; index += 1) next();
  return next;
}
