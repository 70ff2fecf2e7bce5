import { carriedReviewSchema, type CarriedReview } from '@shared/model/review';
import { parseCanonical } from '../bundle/canonical-json';
import { reviewPath, REVIEWS } from '../bundle/payload';
import { BundleRefusal } from '../bundle/refusals';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import { isHistoryOf } from './histories';
import { reviewIdOf } from './identifiers';

/**
 * Reads and checks the reviews of a review bundle, without any store: each is by the bundle's author, under its own id,
 * and its history ends with its parent and itself.
 *
 * @throws BundleRefusal BUNDLE_INVALID
 */
export function readReviews(bundle: VerifiedBundle): readonly CarriedReview[] {
  return remembered.get(bundle) ?? readAnew(bundle);
}

const remembered = new WeakMap<VerifiedBundle, readonly CarriedReview[]>();

/** Keeps what {@link readReviews} answered for this very bundle in another thread, so that it is not done again here. */
export function rememberReviews(bundle: VerifiedBundle, reviews: readonly CarriedReview[]): void {
  remembered.set(bundle, reviews);
}

function readAnew(bundle: VerifiedBundle): readonly CarriedReview[] {
  const { header } = bundle;
  const paths = [...bundle.manifest.keys()].filter((path) => path.startsWith(REVIEWS));
  const reviews = paths.map((path) => {
    const review = parseCanonical(bundle.read(path), carriedReviewSchema, path);
    const { latest } = review;
    const isWhole =
      path === reviewPath(latest.review) &&
      latest.reviewer === header.author.person &&
      latest.review === reviewIdOf(header.venue, latest.paper, latest.reviewer) &&
      isHistoryOf(review);
    if (!isWhole) {
      throw new BundleRefusal(
        'BUNDLE_INVALID',
        `${path} names another review, writer or history than it holds`,
      );
    }
    return review;
  });
  return reviews.toSorted((a, b) => a.latest.paper - b.latest.paper);
}
