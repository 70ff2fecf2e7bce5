import type { Consolidation, PaperRow } from '@shared/contract/consolidation';
import type { VenueId } from '@shared/model/ids';
import type { RatingField } from '@shared/model/form';
import type { Venue } from '@shared/model/venue';
import { calibrate } from '@shared/rules/calibration/calibrate';
import type { Chart } from '@shared/rules/charts/chart';
import { drawDisagreement } from '@shared/rules/charts/disagreement-chart';
import { drawLeniency } from '@shared/rules/charts/leniency-chart';
import { drawProgress } from '@shared/rules/charts/progress-chart';
import { drawScores } from '@shared/rules/charts/score-chart';
import { drawTopics, type CoveredTopic } from '@shared/rules/charts/topic-chart';
import { findAgreedTopics } from '@shared/rules/topics-agreed';
import { toScores } from './calibrate-reviews';
import { readConsolidation } from './consolidation';
import type { ServiceDeps } from './deps';

/** Every chart of a venue, from one reading of the store. Refused: NOT_AN_ORGANIZER for a reviewer's store. */
export function drawCharts(deps: ServiceDeps, input: { readonly venue: VenueId }): readonly Chart[] {
  const consolidation = readConsolidation(deps, input);
  const { venue, papers, expectedCount } = consolidation;
  const scale = scaleOf(venue);
  const scores = toScores(consolidation);
  const judged = papers.flatMap(({ number, title, overall, deviation }) =>
    overall.mean === null || deviation === null ? [] : [{ number, title, mean: overall.mean, deviation }],
  );
  const dues = papers.flatMap(({ due }) => due ?? []);
  return [
    drawScores(
      scale,
      scores.map(({ value }) => value),
    ),
    drawDisagreement(judged, scale),
    drawTopics(venue.topics.map(({ id, shortTitle }) => coverTopic(papers, id, shortTitle))),
    drawLenience(consolidation),
    drawProgress({
      writtenAt: papers.flatMap(({ reviews }) => reviews.flatMap(({ writtenAt }) => writtenAt ?? [])),
      expected: expectedCount,
      due: dues.toSorted().at(-1) ?? null,
      nowMs: deps.clock.nowMs(),
    }),
  ];
}

function scaleOf({ form }: Venue): readonly number[] {
  const overall = form.fields.find(
    (field): field is RatingField => field.kind === 'rating' && field.id === form.overallField,
  );
  return (overall?.scale ?? []).map(({ value }) => value).toSorted((a, b) => a - b);
}

function coverTopic(papers: readonly PaperRow[], id: string, title: string): CoveredTopic {
  const declared = papers.filter(({ declaredTopics }) => declaredTopics.includes(id));
  const agreed = papers.filter(({ reviews }) => findAgreedTopics(reviews).some(({ topic }) => topic === id));
  const means = [...new Set([...declared, ...agreed])].flatMap(({ overall }) => overall.mean ?? []);
  return {
    title,
    declared: declared.length,
    agreed: agreed.length,
    mean: means.length === 0 ? null : means.reduce((sum, mean) => sum + mean, 0) / means.length,
  };
}

function drawLenience(consolidation: Consolidation): Chart {
  const calibration = calibrate(toScores(consolidation));
  if (calibration.kind === 'refused')
    return drawLeniency([], `This cannot be told yet. ${calibration.reason}`);
  const names = new Map(
    consolidation.papers.flatMap(({ reviews }) =>
      reviews.map(({ reviewer, reviewerName }) => [reviewer, reviewerName] as const),
    ),
  );
  return drawLeniency(
    calibration.reviewers.map(({ reviewer, ...offset }) => ({
      ...offset,
      name: names.get(reviewer) ?? reviewer,
    })),
    null,
  );
}
