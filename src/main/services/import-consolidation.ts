import type { ImportOutcome } from '@shared/contract/bundle';
import type { Sha256 } from '@shared/model/ids';
import type { CarriedMetaReview } from '@shared/model/meta-review';
import type { Instant } from '@shared/model/time';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import type { ReadDb, WriteDb } from '../store/database';
import { saveMetaRevision } from '../store/meta-reviews';
import { hasPaper } from '../store/papers';
import { saveSettlement } from '../store/settlements';
import { toReport } from './error-report';
import { worstOutcome } from './import-words';
import { mergeNested, type Intake, type Merged } from './intake';
import type { Content } from './intake-content';
import { reviewIntake } from './import-reviews';
import { openReceived, readConsolidation, type ConsolidationContent } from './judgement-content';
import { requireJudge } from './senders';

/** A consolidation as far as it concerns a store. */
interface ConsolidationWork extends Content {
  readonly content: ConsolidationContent;
  /** Meta-reviews of papers that this store has. */
  readonly metaReviews: readonly CarriedMetaReview[];
}

/**
 * Consolidation bundles: a chair's meta-reviews and settlements, with the reviews they stand on as they were received. Each
 * review bundle inside is judged by its own signature, as if it had come by itself.
 */
export const consolidationIntake: Intake<ConsolidationWork> = {
  read(db: ReadDb, bundle: VerifiedBundle): ConsolidationWork {
    const author = requireJudge(db, bundle, 'meta-reviews', ['chair', 'organizer']);
    const content = readConsolidation(bundle);
    const metaReviews = content.metaReviews.filter(({ latest }) => hasPaper(db, latest.paper));
    return { author, content, metaReviews, papers: metaReviews.map(({ latest }) => latest.paper) };
  },
  // Papers and people may have come since: what is inside is looked at again, which changes nothing where nothing is new.
  alreadySentence: () => null,
  merge: mergeConsolidation,
};

function mergeConsolidation(
  db: WriteDb,
  bundle: VerifiedBundle,
  work: ConsolidationWork,
  now: Instant,
): Merged {
  const { content, metaReviews, author } = work;
  const settledCount = content.settlements.filter(({ hash, settlement }) =>
    saveSettlement(db, hash, settlement),
  ).length;
  // After what settles them: a conflict that is settled here is none.
  const nested = content.received.map((path) => mergeReceived(db, bundle, path, now));
  const metaCount = metaReviews.filter(({ history, latest }) =>
    saveMetaRevision(db, { hash: history.at(-1) as Sha256, history, revision: latest, receivedAt: now }),
  ).length;
  const reviewOutcomes = nested.flatMap((one) => (one === 'left out' ? [] : [one]));
  const own: ImportOutcome = metaCount + settledCount > 0 ? 'added' : 'already';
  const outcome = worstOutcome([own, ...reviewOutcomes]);
  const count = (wanted: (one: (typeof nested)[number]) => boolean): number => nested.filter(wanted).length;
  const facts = [
    [metaCount, 'meta-review', 'new or changed'],
    [settledCount, 'settled conflict', 'new'],
    [count((one) => one === 'added' || one === 'updated' || one === 'conflict'), 'review bundle', 'new'],
    [count((one) => one === 'held'), 'review bundle', 'held because of its signer'],
    [
      count((one) => one === 'left out'),
      'review bundle',
      'left out: of papers or people not on this computer',
    ],
  ] as const;
  const said = facts
    .filter(([amount]) => amount > 0)
    .map(([amount, noun, what]) => `${amount} ${noun}${amount === 1 ? '' : 's'} ${what}`);
  const sentence =
    said.length === 0
      ? `${author.name}: all of ${bundle.fileName} is here already. Nothing changed.`
      : `${author.name}: ${said.join(', ')}.`;
  return { outcome, sentence, isLate: false };
}

/** One review bundle inside, merged or held by its own signature; what cannot be here is left out. */
function mergeReceived(
  db: WriteDb,
  outer: VerifiedBundle,
  path: string,
  now: Instant,
): ImportOutcome | 'left out' {
  const inner = openReceived(outer, path);
  try {
    return mergeNested(db, reviewIntake, inner, now);
  } catch (error) {
    if (!['PAPER_NOT_FOUND', 'BUNDLE_UNKNOWN_SIGNER', 'BUNDLE_REVOKED_KEY'].includes(toReport(error).code))
      throw error;
    return 'left out';
  } finally {
    inner.close();
  }
}
