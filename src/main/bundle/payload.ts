import type { BundleKind } from '@shared/model/bundle';
import type { AnnotationId, BundleId, MetaReviewId, Sha256 } from '@shared/model/ids';

/** The path of the header, which opens every bundle. */
export const HEADER_PATH = 'data/bundle.json';
export const VENUE_PATH = 'data/venue.json';
export const ASSIGNMENT_PATH = 'data/assignment.json';

/** The path of a paper's metadata or PDF in a bundle. */
export function paperPath(paper: number, file: 'paper.json' | 'paper.pdf'): string {
  return `data/papers/${paper}/${file}`;
}

/** Whether a path in a bundle is that of a paper's PDF. */
export function isPdfPath(path: string): boolean {
  return /^data\/papers\/[1-9][0-9]{0,6}\/paper\.pdf$/.test(path);
}

/** The folder of reviews in a review bundle. */
export const REVIEWS = 'data/reviews/';

/** The path of a review in a bundle. */
export function reviewPath(review: string): string {
  return `${REVIEWS}${review}.json`;
}

/** The folder of annotations in a review bundle, with a folder a paper. */
export const ANNOTATIONS = 'data/annotations/';

/** The path of an annotation in a review bundle. */
export function annotationPath(paper: number, annotation: AnnotationId): string {
  return `${ANNOTATIONS}${paper}/${annotation}.jsonld`;
}

/** The folder of a reviewer's words on being asked to review, in a review bundle. */
export const RESPONSES = 'data/responses/';

/** The path of a reviewer's word on a paper in a review bundle. */
export function responsePath(paper: number): string {
  return `${RESPONSES}${paper}.json`;
}

/** The folders of a consolidation's and a decision's payload. */
export const RECEIVED = 'data/received/';
export const META_REVIEWS = 'data/meta-reviews/';
export const SETTLEMENTS = 'data/settlements/';
export const DECISIONS = 'data/decisions/';

/** The path of a review bundle, as it was received, in a consolidation. */
export function receivedPath(bundle: BundleId): string {
  return `${RECEIVED}${bundle}.referee`;
}

/** The path of a meta-review in a consolidation. */
export function metaReviewPath(metaReview: MetaReviewId): string {
  return `${META_REVIEWS}${metaReview}.json`;
}

/** The path of a settlement, under its hash, in a consolidation. */
export function settlementPath(hash: Sha256): string {
  return `${SETTLEMENTS}${hash}.json`;
}

/** The path of the decision on a paper in a decision bundle. */
export function decisionPath(paper: number): string {
  return `${DECISIONS}${paper}.json`;
}

/** What a payload may hold, by kind. A file that fits none of these is refused. */
const PAYLOAD_PATHS: Readonly<Record<BundleKind, readonly RegExp[]>> = {
  assignment: [
    /^data\/(?:bundle|venue|assignment)\.json$/,
    /^data\/papers\/[1-9][0-9]{0,6}\/paper\.(?:json|pdf)$/,
  ],
  review: [
    /^data\/bundle\.json$/,
    /^data\/reviews\/r-[0-9a-f]{16}\.json$/,
    /^data\/annotations\/[1-9][0-9]{0,6}\/a-[0-9a-f]{16}\.jsonld$/,
    /^data\/responses\/[1-9][0-9]{0,6}\.json$/,
  ],
  consolidation: [
    /^data\/bundle\.json$/,
    /^data\/received\/b-[0-9a-f]{32}\.referee$/,
    /^data\/meta-reviews\/m-[0-9a-f]{16}\.json$/,
    /^data\/settlements\/[0-9a-f]{64}\.json$/,
  ],
  decision: [/^data\/bundle\.json$/, /^data\/decisions\/[1-9][0-9]{0,6}\.json$/],
};

/** Whether a bundle of this kind may hold this payload file. */
export function isPayloadPath(kind: BundleKind, path: string): boolean {
  return PAYLOAD_PATHS[kind].some((pattern) => pattern.test(path));
}

/** The most bytes of one JSON file in a bundle: more than any review or venue, little enough to hold in memory. */
export const MAX_JSON_BYTES = 16 << 20;
