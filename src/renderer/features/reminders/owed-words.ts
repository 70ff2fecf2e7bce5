import type { OwedReview, OwingReviewer } from '@shared/contract/owed';
import { formatCount } from '../common/format';

/** What a reviewer owes: `#7 and #12, 1 overdue`. */
export function describeOwed(reviews: readonly OwedReview[]): string {
  const papers = reviews.map(({ paper, state }) => `#${paper}${state === 'draft' ? ' (draft)' : ''}`);
  const overdue = reviews.filter((review) => review.isOverdue).length;
  return [papers.join(', '), ...(overdue > 0 ? [`${overdue} overdue`] : [])].join('; ');
}

/** The sum of what is missing: `5 reviews are missing from 3 people, 2 overdue`. */
export function describeAllOwed(owing: readonly OwingReviewer[]): string {
  const reviews = owing.flatMap((one) => one.reviews);
  const overdue = reviews.filter((review) => review.isOverdue).length;
  return `${formatCount(reviews.length, 'review')} ${reviews.length === 1 ? 'is' : 'are'} missing from ${formatCount(owing.length, 'person', 'people')}${overdue > 0 ? `, ${overdue} overdue` : ''}`;
}

/** A letter as it is copied: address and subject before the text. */
export function toLetterText({ name, email, letter }: OwingReviewer): string {
  return `To: ${name} <${email}>\nSubject: ${letter.subject}\n\n${letter.text}`;
}
