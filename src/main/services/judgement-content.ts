import { carriedDecisionSchema, type CarriedDecision } from '@shared/model/decision';
import type { Sha256 } from '@shared/model/ids';
import { carriedMetaReviewSchema, type CarriedMetaReview } from '@shared/model/meta-review';
import { settlementSchema, type Settlement } from '@shared/model/settlement';
import { parseCanonical } from '../bundle/canonical-json';
import {
  DECISIONS,
  decisionPath,
  META_REVIEWS,
  metaReviewPath,
  RECEIVED,
  receivedPath,
  SETTLEMENTS,
  settlementPath,
} from '../bundle/payload';
import { BundleRefusal } from '../bundle/refusals';
import { openBundleBytes, type VerifiedBundle } from '../bundle/verify-bundle';
import { hashOf, isHistoryOf } from './histories';
import { metaReviewIdOf } from './identifiers';

/** What a consolidation bundle holds, parsed and held together. */
export interface ConsolidationContent {
  readonly metaReviews: readonly CarriedMetaReview[];
  readonly settlements: readonly { readonly hash: Sha256; readonly settlement: Settlement }[];
  /** Names in the bundle of review bundles as they were received. */
  readonly received: readonly string[];
}

/**
 * Reads and checks what a consolidation bundle says, without any store: its meta-reviews and settlements are its author's
 * own. The review bundles in it are opened one by one (`openReceived`).
 *
 * @throws BundleRefusal BUNDLE_INVALID
 */
export function readConsolidation(bundle: VerifiedBundle): ConsolidationContent {
  const { header } = bundle;
  const metaReviews = pathsBelow(bundle, META_REVIEWS).map((path) => {
    const carried = parseCanonical(bundle.read(path), carriedMetaReviewSchema, path);
    const { latest } = carried;
    demand(
      path === metaReviewPath(latest.metaReview) &&
        latest.chair === header.author.person &&
        latest.metaReview === metaReviewIdOf(header.venue, latest.paper, latest.chair) &&
        isHistoryOf(carried),
      `${path} names another meta-review, chair or history than it holds`,
    );
    return carried;
  });
  const settlements = pathsBelow(bundle, SETTLEMENTS).map((path) => {
    const settlement = parseCanonical(bundle.read(path), settlementSchema, path);
    const hash = hashOf(settlement);
    demand(
      path === settlementPath(hash) && settlement.by === header.author.person,
      `${path} is another person's word, or not under its hash`,
    );
    return { hash, settlement };
  });
  return { metaReviews: metaReviews.toSorted(byPaper), settlements, received: pathsBelow(bundle, RECEIVED) };
}

/**
 * Opens a review bundle inside a consolidation, checked as any other.
 *
 * @throws AppError any BUNDLE_ code; BUNDLE_INVALID when it is not what its name says
 */
export function openReceived(outer: VerifiedBundle, path: string): VerifiedBundle {
  const parts: Buffer[] = [];
  outer.stream(path, (chunk) => parts.push(Buffer.from(chunk)));
  const inner = openBundleBytes(Buffer.concat(parts), `${path} in ${outer.fileName}`);
  const { header } = inner;
  demand(
    header.kind === 'review' && path === receivedPath(header.id) && header.venue === outer.header.venue,
    `${path} is not the review bundle of this venue that its name says`,
  );
  return inner;
}

/**
 * Reads and checks the decisions of a decision bundle, by paper, without any store.
 *
 * @throws BundleRefusal BUNDLE_INVALID
 */
export function readDecisions(bundle: VerifiedBundle): readonly CarriedDecision[] {
  const decisions = pathsBelow(bundle, DECISIONS).map((path) => {
    const carried = parseCanonical(bundle.read(path), carriedDecisionSchema, path);
    demand(
      path === decisionPath(carried.latest.paper) && isHistoryOf(carried),
      `${path} names another paper or history than it holds`,
    );
    return carried;
  });
  return decisions.toSorted(byPaper);
}

function byPaper(a: { readonly latest: { readonly paper: number } }, b: typeof a): number {
  return a.latest.paper - b.latest.paper;
}

function pathsBelow(bundle: VerifiedBundle, folder: string): readonly string[] {
  return [...bundle.manifest.keys()].filter((path) => path.startsWith(folder));
}

function demand(holds: boolean, rule: string): void {
  if (!holds) throw new BundleRefusal('BUNDLE_INVALID', rule);
}
