import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { PaperNumber, PersonId } from '@shared/model/ids';
import { fitPanel } from '@shared/rules/calibration/fit-panel';
import { toPanel } from '@shared/rules/calibration/panel';

interface ReferencePanel {
  readonly name: string;
  readonly scores: readonly (readonly [paper: number, reviewer: number, value: number])[];
  readonly deviance: number;
  readonly grandMean: number;
  readonly paperVariance: number;
  readonly reviewerVariance: number;
  readonly noise: number;
  readonly paperEffects: readonly number[];
  readonly reviewerEffects: readonly number[];
  readonly errors: { readonly papers: readonly number[]; readonly reviewers: readonly number[] };
}

const { panels } = JSON.parse(readFileSync('tests/fixtures/calibration/reference.json', 'utf8')) as {
  readonly panels: readonly ReferencePanel[];
};

function toIds(index: number): PersonId {
  return `p-${String(index).padStart(3, '0')}` as PersonId;
}

function farthest(ours: readonly number[], theirs: readonly number[]): number {
  expect(ours).toHaveLength(theirs.length);
  return Math.max(...ours.map((value, index) => Math.abs(value - (theirs[index] ?? NaN))));
}

// Bug caught: a wrong term in the mixed-model equations or in the likelihood, which no synthetic panel would show so sharply.
test.each(panels)('agrees to 1e-6 with lme4 on $name', (reference) => {
  const scores = reference.scores.map(([paper, reviewer, value]) => ({
    paper: paper as PaperNumber,
    reviewer: toIds(reviewer),
    value,
  }));
  const fit = fitPanel(toPanel(scores));
  if (fit === null) throw new Error('the panel was not fitted');
  expect(Math.abs(fit.deviance - reference.deviance)).toBeLessThan(1e-6);
  expect(Math.abs(fit.grandMean - reference.grandMean)).toBeLessThan(1e-6);
  expect(Math.abs(fit.paperVariance - reference.paperVariance)).toBeLessThan(1e-6);
  expect(Math.abs(fit.reviewerVariance - reference.reviewerVariance)).toBeLessThan(1e-6);
  expect(Math.abs(fit.noise - reference.noise)).toBeLessThan(1e-6);
  expect(farthest(fit.paperEffects, reference.paperEffects)).toBeLessThan(1e-6);
  expect(farthest(fit.reviewerEffects, reference.reviewerEffects)).toBeLessThan(1e-6);
  expect(farthest(fit.errors.papers, reference.errors.papers)).toBeLessThan(1e-6);
  expect(farthest(fit.errors.reviewers, reference.errors.reviewers)).toBeLessThan(1e-6);
});
