import { basename } from 'node:path';
import type { BundlePreview, SignerStanding } from '@shared/contract/bundle';
import type { ErrorReport } from '@shared/contract/errors';
import type { BundleHeader } from '@shared/model/bundle';
import type { CarriedReview } from '@shared/model/review';
import { earliestDue } from '@shared/rules/deadlines';
import { withBundle, type VerifiedBundle } from '../bundle/verify-bundle';
import { getBundleState } from '../store/bundles-in';
import { getPaper } from '../store/papers';
import { getPerson } from '../store/people';
import type { Store } from '../store/stores';
import { getVenue } from '../store/venues';
import type { JobControl, ServiceDeps } from './deps';
import { standingOf } from './enrolment';
import { toReport } from './error-report';
import { readAssignment, type AssignmentContent } from './assignment-content';
import { checkMine } from './import-assignment';
import { wrongKind } from './import-bundles';
import { openReceiver, readIncoming } from './import-reviews';
import { readReviews } from './review-content';

/**
 * Verifies a bundle and says what it is and how its signer stands here. Stores nothing.
 *
 * Refused: any of the BUNDLE_ codes of verification.
 */
export function inspectBundle(
  deps: ServiceDeps,
  input: { readonly path: string },
  job: JobControl,
): BundlePreview {
  const describe = (bundle: VerifiedBundle): BundlePreview => {
    const store = deps.stores.has(bundle.header.venue) ? deps.stores.open(bundle.header.venue) : null;
    const { header } = bundle;
    const content = readContent(bundle);
    return {
      fileName: bundle.fileName,
      sizeBytes: bundle.sizeBytes,
      kind: header.kind,
      id: header.id,
      venue: header.venue,
      created: header.created,
      sequence: header.sequence,
      application: `${header.application.name} ${header.application.version}`,
      standing: standing(store, header),
      obstacle: findObstacle(deps, bundle, content),
      isAlreadyImported: store !== null && getBundleState(store.db, header.id) === 'imported',
      ...(content.assignment === null
        ? describeReviews(bundle, content.reviews, store)
        : describeAssignment(bundle, content.assignment)),
    };
  };
  return withBundle(input.path, describe, (done, total) => {
    job.checkpoint();
    job.progress(`Checking ${basename(input.path)}`, done, total);
  });
}

/** What a bundle says, read once: for people, and to find what stands in its way. */
interface Content {
  readonly assignment: AssignmentContent | null;
  readonly reviews: readonly CarriedReview[];
}

function readContent(bundle: VerifiedBundle): Content {
  const { kind } = bundle.header;
  return {
    assignment: kind === 'assignment' ? readAssignment(bundle) : null,
    reviews: kind === 'review' ? readReviews(bundle) : [],
  };
}

/** Why importing would be refused, without importing. */
function findObstacle(deps: ServiceDeps, bundle: VerifiedBundle, content: Content): ErrorReport | null {
  const { kind, venue } = bundle.header;
  try {
    if (content.assignment !== null) {
      if (deps.stores.has(venue)) checkMine(deps.stores.open(venue).db, bundle, content.assignment);
    } else if (kind === 'review') {
      readIncoming(openReceiver(deps, bundle).db, bundle, () => content.reviews);
    } else {
      throw wrongKind(bundle);
    }
    return null;
  } catch (error) {
    return toReport(error);
  }
}

type Description = Pick<BundlePreview, 'venueName' | 'author' | 'recipient' | 'papers' | 'due'>;

function describeAssignment(
  bundle: VerifiedBundle,
  { venue, payload, papers, recipient, author }: AssignmentContent,
): Description {
  const mine = payload.assignments.filter((assignment) => assignment.person === recipient.id);
  return {
    venueName: venue.name,
    author: { ...bundle.header.author, name: author.name },
    recipient: recipient.name,
    papers: papers.map(({ number, title }) => ({ number, title })),
    due: earliestDue(mine),
  };
}

function describeReviews(
  bundle: VerifiedBundle,
  reviews: readonly CarriedReview[],
  store: Store | null,
): Description {
  const { author, venue } = bundle.header;
  return {
    venueName: store === null ? venue : getVenue(store.db).name,
    author: {
      ...author,
      name: (store && getPerson(store.db, author.person)?.name) ?? 'somebody not known here',
    },
    recipient: null,
    papers: reviews.map(({ latest: { paper } }) => ({
      number: paper,
      title: (store && getPaper(store.db, paper)?.title) ?? `Paper ${paper}`,
    })),
    due: null,
  };
}

function standing(store: Store | null, header: BundleHeader): SignerStanding {
  if (store !== null) return standingOf(store.db, header);
  return header.kind === 'assignment' ? 'first' : 'unknown';
}
