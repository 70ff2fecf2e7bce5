import type { DecisionKind, Venue } from '../model/venue';

/** What OpenReview's workshops start from: the outcomes of a venue that names none of its own. */
const USUAL: readonly DecisionKind[] = [
  { id: 'oral' as DecisionKind['id'], label: 'Accept (oral)', isAcceptance: true },
  { id: 'poster' as DecisionKind['id'], label: 'Accept (poster)', isAcceptance: true },
  { id: 'reject' as DecisionKind['id'], label: 'Reject', isAcceptance: false },
];

/** The outcomes that a venue gives papers, best first. */
export function decisionKindsOf(venue: Venue): readonly DecisionKind[] {
  return venue.decisionKinds ?? USUAL;
}

/** An outcome in the words of a venue's kinds; its id where they do not know it. */
export function outcomeLabel(kinds: readonly DecisionKind[], outcome: string): string {
  return kinds.find(({ id }) => id === outcome)?.label ?? outcome;
}

/** An outcome in a word or two, for a narrow column: what tells `Accept (oral)` from `Accept (poster)` is `Oral`. */
export function shortOutcomeLabel(kinds: readonly DecisionKind[], outcome: string): string {
  const label = outcomeLabel(kinds, outcome);
  const inner = /\(([^()]+)\)$/.exec(label)?.[1] ?? label;
  return inner.charAt(0).toUpperCase() + inner.slice(1);
}

/** An outcome in the venue's words; its id where the venue does not know it. */
export function decisionLabel(venue: Venue, outcome: string): string {
  return outcomeLabel(decisionKindsOf(venue), outcome);
}
