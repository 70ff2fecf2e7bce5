import { AppError } from '@shared/contract/errors';
import type { MyMetaReview, ReceivedMetaReview } from '@shared/contract/consolidation';
import type { PaperNumber, PersonId, Sha256 } from '@shared/model/ids';
import type { MetaContent } from '@shared/model/meta-review';
import type { Person } from '@shared/model/person';
import { decisionKindsOf } from '@shared/rules/decision-kinds';
import { transact, type ReadDb } from '../store/database';
import {
  getMetaDraft,
  listMetaDrafts,
  listMetaRevisions,
  listMetaRevisionsOn,
  saveMetaDraft,
} from '../store/meta-reviews';
import { getPaper } from '../store/papers';
import { listRevisionsOfPaper } from '../store/revisions';
import { listSettlements } from '../store/settlements';
import { getVenue } from '../store/venues';
import { requireConsolidator } from './consolidator';
import { nowInstant, type ServiceDeps } from './deps';
import { groupBy } from './group-by';
import { standingRevisions } from './histories';
import { requireSelf } from './my-review';
import { nameOf, versionsOf } from './received-reviews';
import type { PaperInput } from './save-draft';

const NOTHING_SAID: MetaContent = {
  text: '',
  recommendation: null,
  confidence: null,
  needsDiscussion: false,
};

/** Saves my meta-review of a paper. Refused: NOT_AN_ORGANIZER, PAPER_NOT_FOUND, ANSWER_INVALID. */
export function saveMetaReview(
  deps: ServiceDeps,
  input: PaperInput & { readonly content: MetaContent },
): MyMetaReview {
  const { db } = deps.stores.open(input.venue);
  requireConsolidator(db);
  if (getPaper(db, input.paper) === undefined)
    throw new AppError('PAPER_NOT_FOUND', `There is no paper ${input.paper} in this venue.`);
  const { recommendation } = input.content;
  const venue = getVenue(db);
  if (recommendation !== null && !decisionKindsOf(venue).some(({ id }) => id === recommendation)) {
    throw new AppError(
      'ANSWER_INVALID',
      `${recommendation} is not an outcome of ${venue.shortName}. Nothing was changed.`,
    );
  }
  const changedAt = nowInstant(deps.clock);
  transact(db, () => {
    saveMetaDraft(db, { paper: input.paper, content: input.content, changedAt });
  });
  return { content: input.content, savedAt: changedAt };
}

/** The meta-reviews of a paper: mine as it stands on disk, the others' as they came. */
export function readMetaReviews(
  db: ReadDb,
  paper: PaperNumber,
  people: ReadonlyMap<PersonId, Person>,
): { readonly myMetaReview: MyMetaReview; readonly metaReviews: readonly ReceivedMetaReview[] } {
  const me = requireSelf(db).id;
  const draft = getMetaDraft(db, paper);
  const heads = reviewHeads(db, paper).join();
  const others = listMetaRevisionsOn(db, paper).filter(({ revision }) => revision.chair !== me);
  const metaReviews = [...groupBy(others, ({ revision }) => revision.chair)].map(([chair, revisions]) => ({
    chair,
    chairName: nameOf(people, chair),
    versions: standingRevisions(revisions).map(({ hash, revision }) => ({
      hash,
      content: revision.content,
      writtenAt: revision.writtenAt,
      isOutdated: revision.standsOn.join() !== heads,
    })),
  }));
  return {
    myMetaReview:
      draft === undefined
        ? { content: NOTHING_SAID, savedAt: null }
        : { content: draft.content, savedAt: draft.changedAt },
    metaReviews: metaReviews.toSorted((a, b) => a.chairName.localeCompare(b.chairName, 'en')),
  };
}

/** The heads of a paper's reviews as they stand now, ascending: what a meta-review written now stands on. */
export function reviewHeads(db: ReadDb, paper: PaperNumber): readonly Sha256[] {
  const settlements = listSettlements(db);
  return [...groupBy(listRevisionsOfPaper(db, paper), ({ revision }) => revision.review).values()]
    .flatMap((revisions) => versionsOf(revisions, settlements).standing.map(({ hash }) => hash))
    .toSorted();
}

/** What a chair recommends for a paper. */
export interface Recommendation {
  readonly chair: PersonId;
  readonly outcome: string;
}

/** What every chair recommends, by paper: mine as it stands on disk, the others' as they came. */
export function listRecommendations(db: ReadDb): ReadonlyMap<PaperNumber, readonly Recommendation[]> {
  const said = listStandingMetaReviews(db).flatMap(({ paper, chair, content }) =>
    content.recommendation === null ? [] : [{ paper, chair, outcome: content.recommendation }],
  );
  return groupBy(said, ({ paper }) => paper);
}

/** Papers that a chair wants discussed, as they last said. */
export function listDiscussed(db: ReadDb): ReadonlySet<PaperNumber> {
  return new Set(
    listStandingMetaReviews(db).flatMap(({ paper, content }) => (content.needsDiscussion ? paper : [])),
  );
}

/** What every chair says now: mine as it stands on disk, the others' as they came. */
function listStandingMetaReviews(
  db: ReadDb,
): readonly { readonly paper: PaperNumber; readonly chair: PersonId; readonly content: MetaContent }[] {
  const me = requireSelf(db).id;
  const mine = listMetaDrafts(db).map(({ paper, content }) => ({ paper, chair: me, content }));
  const received = groupBy(
    listMetaRevisions(db).filter(({ revision }) => revision.chair !== me),
    ({ revision }) => revision.metaReview,
  );
  const others = [...received.values()].flatMap((revisions) =>
    standingRevisions(revisions).map(({ revision }) => revision),
  );
  return [...mine, ...others];
}
