import type { ImportOutcome, ImportRow, SignerStanding } from '@shared/contract/bundle';
import type { Person } from '@shared/model/person';
import type { CarriedReview } from '@shared/model/review';
import type { VerifiedBundle } from '../bundle/verify-bundle';

/** What the sentences about a review bundle speak of. */
interface Told {
  readonly bundle: VerifiedBundle;
  readonly author: Person;
  readonly reviews: readonly CarriedReview[];
  readonly others: readonly CarriedReview[];
}

/** One review bundle in an import report. */
export function reviewRow(told: Told, outcome: ImportOutcome, sentence: string, isLate: boolean): ImportRow {
  return {
    fileName: told.bundle.fileName,
    venue: told.bundle.header.venue,
    kind: told.bundle.header.kind,
    outcome,
    sentence,
    error: null,
    bundle: told.bundle.header.id,
    author: told.author.name,
    papers: told.reviews.map(({ latest }) => latest.paper),
    isLate,
  };
}

/** The outcome of a bundle out of those of its reviews: what most needs a person's eye. */
export function worstOutcome(outcomes: readonly ImportOutcome[]): ImportOutcome {
  const order: readonly ImportOutcome[] = ['conflict', 'added', 'updated', 'older', 'already'];
  return order.find((outcome) => outcomes.includes(outcome)) ?? 'already';
}

/** What merging a bundle did. */
export function mergedSentence(told: Told, outcome: ImportOutcome, isLate: boolean): string {
  const { author, bundle, reviews } = told;
  const count = `${reviews.length} ${reviews.length === 1 ? 'review' : 'reviews'}`;
  const late = isLate ? ' Written after the deadline.' : '';
  const rest = othersSentence(told);
  switch (outcome) {
    case 'conflict':
      return `${author.name}: two versions of a review part from each other. Both are kept; open the paper to compare.${late}${rest}`;
    case 'added':
      return `${author.name}: ${count} added.${late}${rest}`;
    case 'updated':
      return `${author.name}: ${count}, brought up to date.${late}${rest}`;
    case 'older':
      return `${author.name}: ${bundle.fileName} is older than what is here. Nothing changed.${rest}`;
    case 'already':
    case 'held':
    case 'refused':
      return alreadySentence(told);
  }
}

/** The same bundle again. */
export function alreadySentence(told: Told): string {
  return `${told.author.name}: the reviews in ${told.bundle.fileName} are here already. Nothing changed.`;
}

/** Why a bundle waits for a person. */
export function heldSentence({ author, bundle }: Told, standing: SignerStanding): string {
  const why =
    standing === 'changed'
      ? `is signed with another key than ${author.name} used before`
      : `is signed with a key that is not known to be ${author.name}'s`;
  return `${bundle.fileName} ${why}. It is held: compare the fingerprint with ${author.name}, then accept or refuse.`;
}

function othersSentence({ others }: Told): string {
  if (others.length === 0) return '';
  const papers = others.map(({ latest }) => latest.paper).join(', ');
  return ` Left out, because the ${others.length === 1 ? 'paper is' : 'papers are'} not on this computer: ${papers}.`;
}
