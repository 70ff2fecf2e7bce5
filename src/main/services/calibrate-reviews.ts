import type { Consolidation } from '@shared/contract/consolidation';
import type { VenueId } from '@shared/model/ids';
import { calibrate, type Calibration } from '@shared/rules/calibration/calibrate';
import type { Score } from '@shared/rules/calibration/panel';
import { readConsolidation } from './consolidation';
import type { ServiceDeps } from './deps';

/** Calibrates the overall ratings of a venue. Refused: NOT_AN_ORGANIZER for a reviewer's store. */
export function calibrateReviews(deps: ServiceDeps, input: { readonly venue: VenueId }): Calibration {
  return calibrate(toScores(readConsolidation(deps, input)));
}

/** The scores that count: overall ratings of reviews that are ready and not in conflict. */
export function toScores({ venue, papers }: Pick<Consolidation, 'venue' | 'papers'>): readonly Score[] {
  return papers.flatMap(({ number, reviews }) =>
    reviews.flatMap(({ state, reviewer, ratings }) => {
      const value = ratings[venue.form.overallField];
      return state === 'ready' && value !== undefined ? [{ paper: number, reviewer, value }] : [];
    }),
  );
}
