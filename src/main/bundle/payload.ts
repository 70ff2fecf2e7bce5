import type { BundleKind } from '@shared/model/bundle';

/** The path of the header, which opens every bundle. */
export const HEADER_PATH = 'data/bundle.json';
export const VENUE_PATH = 'data/venue.json';
export const ASSIGNMENT_PATH = 'data/assignment.json';

/** The path of a paper's metadata or PDF in a bundle. */
export function paperPath(paper: number, file: 'paper.json' | 'paper.pdf'): string {
  return `data/papers/${paper}/${file}`;
}

/** The path of a review in a bundle. */
export function reviewPath(review: string): string {
  return `data/reviews/${review}.json`;
}

/** What a payload may hold, by kind. A file that fits none of these is refused. */
const PAYLOAD_PATHS: Readonly<Record<BundleKind, readonly RegExp[]>> = {
  assignment: [
    /^data\/(?:bundle|venue|assignment)\.json$/,
    /^data\/papers\/[1-9][0-9]{0,6}\/paper\.(?:json|pdf)$/,
  ],
  review: [/^data\/bundle\.json$/, /^data\/reviews\/r-[0-9a-f]{16}\.json$/],
  consolidation: [/^data\/bundle\.json$/],
  decision: [/^data\/bundle\.json$/],
};

/** Whether a bundle of this kind may hold this payload file. */
export function isPayloadPath(kind: BundleKind, path: string): boolean {
  return PAYLOAD_PATHS[kind].some((pattern) => pattern.test(path));
}

/** The most bytes of one JSON file in a bundle: more than any review or venue, little enough to hold in memory. */
export const MAX_JSON_BYTES = 16 << 20;
