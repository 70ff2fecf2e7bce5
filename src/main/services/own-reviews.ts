import type { OwnReview } from '@shared/contract/own-scores';
import type { VenueId } from '@shared/model/ids';
import { listDrafts } from '../store/drafts';
import type { ServiceDeps } from './deps';
import { readLibrary } from './library';

/**
 * The reviews that I have begun at a venue, by paper. It reads drafts only, and those are always one's own: what a chair
 * received from others is in other tables.
 */
export function listOwnReviews(deps: ServiceDeps, input: { readonly venue: VenueId }): readonly OwnReview[] {
  const drafts = new Map(listDrafts(deps.stores.open(input.venue).db).map((draft) => [draft.paper, draft]));
  return readLibrary(deps, input)
    .papers.flatMap(({ number, title, status }) => {
      const answers = drafts.get(number)?.answers ?? {};
      return Object.keys(answers).length === 0 ? [] : [{ paper: number, title, status, answers }];
    })
    .toSorted((a, b) => a.paper - b.paper);
}
