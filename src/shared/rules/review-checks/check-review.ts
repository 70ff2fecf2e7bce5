import type { CheckedReview } from './checked-review';
import { findUnconfirmedTopics } from './declared-topics';
import { findFarFromParts } from './far-from-parts';
import type { Finding } from './finding';
import { findIncomplete } from './incomplete';
import { findOtherPapers } from './other-papers';
import { findOwnName } from './own-name';
import { findScoreWithoutReasons } from './score-without-reasons';
import { findTone } from './tone';
import { findUnanswered } from './unanswered';

/** The order in which findings of one field are told: what matters most first. */
const CHECKS: readonly ((review: CheckedReview) => readonly Finding[])[] = [
  findIncomplete,
  findOwnName,
  findOtherPapers,
  findScoreWithoutReasons,
  findFarFromParts,
  findUnconfirmedTopics,
  findTone,
  findUnanswered,
];

/**
 * Everything to look at in a review: what is required, then what may tell who wrote it or does not belong here, then all
 * else; each in the order of the form.
 */
export function checkReview(review: CheckedReview): readonly Finding[] {
  const order = review.venue.form.fields.map(({ id }) => id);
  const rank = (finding: Finding): number => order.length * weigh(finding) + order.indexOf(finding.field);
  return CHECKS.flatMap((check) => check(review)).toSorted((a, b) => rank(a) - rank(b));
}

function weigh({ severity, check }: Finding): number {
  if (severity === 'required') return 0;
  return check === 'own-name' || check === 'other-paper' ? 1 : 2;
}
