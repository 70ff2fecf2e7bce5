import { AppError } from '@shared/contract/errors';
import type { ConsolidationPreview } from '@shared/contract/consolidation';
import type { BundleId, VenueId } from '@shared/model/ids';
import type { CarriedMetaReview, MetaRevision } from '@shared/model/meta-review';
import type { Person } from '@shared/model/person';
import type { NamedSettlement } from '@shared/rules/merge';
import { toCanonicalBytes } from '../bundle/canonical-json';
import { metaReviewPath, receivedPath, settlementPath } from '../bundle/payload';
import type { PayloadFile } from '../bundle/write-bundle';
import { transact, type ReadDb, type WriteDb } from '../store/database';
import { listMetaDrafts, listMetaRevisionsBy, saveMetaRevision, type MetaDraft } from '../store/meta-reviews';
import { getPaper } from '../store/papers';
import { listPeople } from '../store/people';
import { getReceived, listCarriers } from '../store/received';
import { listReceivedResponses } from '../store/received-responses';
import { listRevisions } from '../store/revisions';
import { listSettlements } from '../store/settlements';
import { getVenue } from '../store/venues';
import { requireConsolidator } from './consolidator';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { sendJudgements, type JudgementExport, type JudgementOutcome } from './export-judgements';
import { judgementFileName } from './file-names';
import { groupBy } from './group-by';
import { hashOf, linkTo, standingRevisions } from './histories';
import { metaReviewIdOf } from './identifiers';
import { reviewHeads } from './meta-reviews';
import { mayConsolidate } from './my-review';
import { recipientsOf } from './reply-keys';

/** What a consolidation bundle of mine would hold. Refused: NOT_AN_ORGANIZER. */
export function previewConsolidation(
  deps: ServiceDeps,
  input: { readonly venue: VenueId },
): ConsolidationPreview {
  const { db } = deps.stores.open(input.venue);
  const me = requireConsolidator(db);
  const readers = listPeople(db).filter((person) => person.id !== me.id && mayConsolidate(person));
  return {
    metaReviews: listMetaDrafts(db).map(({ paper }) => ({ paper, title: getPaper(db, paper)?.title ?? '' })),
    reviewBundleCount: listCarried(db).length,
    settlementCount: settlementsBy(db, me).length,
    recipients: readers.map(({ name }) => name),
    canEncrypt: recipientsOf(db, me.id, mayConsolidate).length > 0,
    suggestedName: judgementFileName(input.venue, 'consolidation', me),
  };
}

/**
 * Writes one signed bundle of my meta-reviews and my settlements, with every review that stands here as it was received:
 * whoever gets it can check each reviewer's own signature.
 *
 * Refused: NOT_AN_ORGANIZER, NOTHING_TO_EXPORT, FILE_UNWRITABLE, DISK_FULL.
 */
export function exportConsolidation(
  deps: ServiceDeps,
  input: JudgementExport,
  job: JobControl,
): JudgementOutcome {
  const { db } = deps.stores.open(input.venue);
  const me = requireConsolidator(db);
  const metaReviews = transact(db, () => listMetaDrafts(db).map((draft) => carryMeta(deps, db, me, draft)));
  const payload = new Map<string, PayloadFile>([
    ...metaReviews.map((carried): [string, PayloadFile] => [
      metaReviewPath(carried.latest.metaReview),
      { bytes: toCanonicalBytes(carried) },
    ]),
    ...settlementsBy(db, me).map(({ hash, settlement }): [string, PayloadFile] => [
      settlementPath(hash),
      { bytes: toCanonicalBytes(settlement) },
    ]),
    ...listCarried(db).map((bundle): [string, PayloadFile] => [
      receivedPath(bundle),
      { bytes: receivedBytes(db, bundle) },
    ]),
  ]);
  if (payload.size === 0) {
    throw new AppError(
      'NOTHING_TO_EXPORT',
      'There is nothing to send yet: no meta-review was written and no review has come in.',
    );
  }
  const papers = metaReviews.map(({ latest }) => latest.paper);
  return sendJudgements(deps, db, me, { kind: 'consolidation', papers, payload }, input, job);
}

function settlementsBy(db: ReadDb, me: Person): readonly NamedSettlement[] {
  return listSettlements(db).filter(({ settlement }) => settlement.by === me.id);
}

/**
 * The received bundles that carry every review revision that stands, settled or not, and every reviewer's word on being
 * asked, by id: one for each.
 */
function listCarried(db: ReadDb): readonly BundleId[] {
  const reviews = [...groupBy(listRevisions(db), ({ revision }) => revision.review).values()];
  const carriers = reviews.flatMap((revisions) =>
    standingRevisions(revisions).flatMap(({ hash }) => listCarriers(db, hash)[0] ?? []),
  );
  const chosen = new Set(carriers);
  for (const response of listReceivedResponses(db)) {
    const [first, ...others] = listCarriers(db, hashOf(response));
    if (first !== undefined && ![first, ...others].some((id) => chosen.has(id))) chosen.add(first);
  }
  return [...chosen].toSorted();
}

function receivedBytes(db: ReadDb, bundle: BundleId): Buffer {
  const bytes = getReceived(db, bundle);
  if (bytes === undefined) throw new Error('a carrier without its bytes');
  return bytes;
}

/** My meta-review with its newest revision, made now when it says something new or stands on other reviews. */
function carryMeta(
  deps: ServiceDeps,
  db: WriteDb,
  me: Person,
  { paper, content, changedAt }: MetaDraft,
): CarriedMetaReview {
  const bases = standingRevisions(listMetaRevisionsBy(db, paper, me.id));
  const standsOn = [...reviewHeads(db, paper)];
  const newest = bases[0];
  if (bases.length === 1 && newest !== undefined && isSame(newest.revision, content, standsOn)) {
    return { history: [...newest.history], latest: newest.revision };
  }
  const venue = getVenue(db);
  const { historyWith, ...links } = linkTo(bases);
  const latest: MetaRevision = {
    metaReview: metaReviewIdOf(venue.id, paper, me.id),
    paper,
    chair: me.id,
    venueRevision: venue.revision,
    ...links,
    writtenAt: changedAt,
    standsOn,
    content,
  };
  const hash = hashOf(latest);
  const history = [...historyWith(hash)];
  saveMetaRevision(db, { hash, history, revision: latest, receivedAt: nowInstant(deps.clock) });
  return { history, latest };
}

function isSame(revision: MetaRevision, content: MetaDraft['content'], standsOn: readonly string[]): boolean {
  return hashOf(revision.content) === hashOf(content) && revision.standsOn.join() === standsOn.join();
}
