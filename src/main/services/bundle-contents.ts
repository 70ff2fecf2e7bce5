import type { BundleContents } from '@shared/contract/bundle-contents';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import { readAnnotations } from './annotation-content';
import { readAssignment } from './assignment-content';
import { openReceived, readConsolidation, readDecisions } from './judgement-content';
import { readResponses } from './response-content';
import { readReviews } from './review-content';

/**
 * Reads and checks all that a verified bundle says, without any store. Invitations and reply keys are left where they
 * are: whoever is shown a bundle is not shown keys.
 *
 * @throws BundleRefusal BUNDLE_INVALID
 */
export function readContents(bundle: VerifiedBundle): BundleContents {
  const base: BundleContents = {
    fileName: bundle.fileName,
    sizeBytes: bundle.sizeBytes,
    isEncrypted: bundle.isEncrypted,
    header: bundle.header,
    files: [...bundle.manifest].map(([path, sha256]) => ({ path, sizeBytes: bundle.sizeOf(path), sha256 })),
    venue: null,
    recipient: null,
    hasInvitation: false,
    hasReplyKey: false,
    people: [],
    papers: [],
    assignments: [],
    reviews: [],
    annotations: [],
    responses: [],
    metaReviews: [],
    settlements: [],
    decisions: [],
    received: [],
  };
  switch (bundle.header.kind) {
    case 'assignment': {
      const { venue, payload, papers } = readAssignment(bundle);
      const { recipient, invitation, replyKey, people, assignments } = payload;
      return {
        ...base,
        venue,
        recipient,
        hasInvitation: invitation !== null,
        hasReplyKey: replyKey !== undefined,
        people,
        papers,
        assignments,
      };
    }
    case 'review':
      return {
        ...base,
        reviews: readReviews(bundle),
        annotations: readAnnotations(bundle),
        responses: readResponses(bundle).map(({ response }) => response),
      };
    case 'consolidation': {
      const { metaReviews, settlements, received } = readConsolidation(bundle);
      return {
        ...base,
        metaReviews,
        settlements: settlements.map(({ settlement }) => settlement),
        received: received.map((path) => readInner(bundle, path)),
      };
    }
    case 'decision':
      return { ...base, decisions: readDecisions(bundle) };
  }
}

/** A review bundle inside a consolidation, checked as any other. */
function readInner(outer: VerifiedBundle, path: string): BundleContents {
  const inner = openReceived(outer, path);
  try {
    return readContents(inner);
  } finally {
    inner.close();
  }
}
