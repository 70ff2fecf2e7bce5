import type { BundlePreview, SignerStanding } from '@shared/contract/bundle';
import type { ErrorReport } from '@shared/contract/errors';
import type { BundleHeader } from '@shared/model/bundle';
import type { PaperNumber, PersonId } from '@shared/model/ids';
import type { CarriedReview } from '@shared/model/review';
import { earliestDue } from '@shared/rules/deadlines';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import { getBundleState } from '../store/bundles-in';
import { hasSentBundle } from '../store/bundles-out';
import { listHelpOf } from '../store/helpers';
import { getPaper } from '../store/papers';
import { getPerson } from '../store/people';
import type { Store } from '../store/stores';
import { getVenue } from '../store/venues';
import type { JobControl, ServiceDeps } from './deps';
import { standingOf } from './enrolment';
import { toReport } from './error-report';
import { readAssignment, type AssignmentContent } from './assignment-content';
import { checkMine } from './import-assignment';
import { readReviewWork } from './import-reviews';
import { openReceiver, refuseRevoked } from './intake';
import { readJudgements } from './intakes';
import { openReceived, readConsolidation, readDecisions } from './judgement-content';
import { withReadableBundle, type BundleSource } from './open-readable';
import { readResponses } from './response-content';
import { readReviews } from './review-content';

/**
 * Verifies a bundle and says what it is and how its signer stands here. Stores nothing.
 *
 * Refused: any of the BUNDLE_ codes of verification.
 */
export function inspectBundle(deps: ServiceDeps, input: BundleSource, job: JobControl): BundlePreview {
  return withReadableBundle(deps, input, (bundle) => previewBundle(deps, bundle), job);
}

/** What a verified bundle is, how its signer stands here, and what stands in the way of importing it. */
export function previewBundle(deps: ServiceDeps, bundle: VerifiedBundle): BundlePreview {
  const store = deps.stores.has(bundle.header.venue) ? deps.stores.open(bundle.header.venue) : null;
  const { header } = bundle;
  const content = readContent(bundle);
  return {
    fileName: bundle.fileName,
    sizeBytes: bundle.sizeBytes,
    isEncrypted: bundle.isEncrypted,
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
      ? describeJudgements(bundle, content.about, store)
      : describeAssignment(bundle, content.assignment)),
  };
}

/** What a bundle says, read once: for people, and to find what stands in its way. */
interface Content {
  readonly assignment: AssignmentContent | null;
  readonly reviews: readonly CarriedReview[];
  /** Papers that it judges. */
  readonly about: readonly PaperNumber[];
}

function readContent(bundle: VerifiedBundle): Content {
  switch (bundle.header.kind) {
    case 'assignment':
      return { assignment: readAssignment(bundle), reviews: [], about: [] };
    case 'review': {
      const reviews = readReviews(bundle);
      const answered = readResponses(bundle).map(({ response }) => response.paper);
      const about = [...new Set([...reviews.map(({ latest }) => latest.paper), ...answered])];
      return { assignment: null, reviews, about: about.toSorted((a, b) => a - b) };
    }
    case 'consolidation': {
      const { metaReviews, received } = readConsolidation(bundle);
      for (const path of received) {
        const inner = openReceived(bundle, path);
        readReviews(inner);
        readResponses(inner);
      }
      return { assignment: null, reviews: [], about: metaReviews.map(({ latest }) => latest.paper) };
    }
    case 'decision':
      return {
        assignment: null,
        reviews: [],
        about: readDecisions(bundle).map(({ latest }) => latest.paper),
      };
  }
}

/** Why importing would be refused, without importing. */
function findObstacle(deps: ServiceDeps, bundle: VerifiedBundle, content: Content): ErrorReport | null {
  const { kind, venue } = bundle.header;
  try {
    if (content.assignment !== null) {
      if (deps.stores.has(venue)) checkMine(deps.stores.open(venue).db, bundle, content.assignment);
    } else {
      const { db } = openReceiver(deps, bundle);
      const { author } =
        kind === 'review' ? readReviewWork(db, bundle, () => content.reviews) : readJudgements(db, bundle);
      refuseRevoked(db, bundle, author);
    }
    return null;
  } catch (error) {
    return toReport(error);
  }
}

type Description = Pick<
  BundlePreview,
  'venueName' | 'author' | 'recipient' | 'isHandOver' | 'papers' | 'due'
>;

function describeAssignment(
  bundle: VerifiedBundle,
  { venue, payload, papers, recipient, author }: AssignmentContent,
): Description {
  const mine = payload.assignments.filter((assignment) => assignment.person === recipient.id);
  return {
    venueName: venue.name,
    author: { ...bundle.header.author, name: author.name },
    recipient: recipient.name,
    isHandOver: payload.onBehalfOf !== undefined,
    papers: papers.map(({ number, title }) => ({ number, title })),
    due: earliestDue(mine),
  };
}

function describeJudgements(
  bundle: VerifiedBundle,
  about: readonly PaperNumber[],
  store: Store | null,
): Description {
  const { author, venue } = bundle.header;
  return {
    venueName: store === null ? venue : getVenue(store.db).name,
    author: {
      ...author,
      name: (store && nameIn(store, author.person)) ?? 'somebody not known here',
    },
    recipient: null,
    papers: about.map((paper) => ({
      number: paper,
      title: (store && getPaper(store.db, paper)?.title) ?? `Paper ${paper}`,
    })),
    due: null,
  };
}

function nameIn({ db }: Store, person: PersonId): string | undefined {
  return getPerson(db, person)?.name ?? listHelpOf(db, person)[0]?.name;
}

function standing(store: Store | null, header: BundleHeader): SignerStanding {
  if (store === null) return header.kind === 'assignment' ? 'first' : 'unknown';
  const judged = standingOf(store.db, header);
  // Nobody keeps a record of their own key: what went out of here is known all the same.
  return judged !== 'revoked' && hasSentBundle(store.db, header.id) ? 'known' : judged;
}
