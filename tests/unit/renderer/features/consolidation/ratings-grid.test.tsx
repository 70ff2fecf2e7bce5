import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { ReceivedReview } from '@shared/contract/consolidation';
import type { FieldId, ReviewId } from '@shared/model/ids';
import type { Answers } from '@shared/model/review';
import { RatingsGrid } from '@renderer/features/consolidation/RatingsGrid';
import { receivedOf, venue, versionOf } from './consolidation-fixture';

afterEach(cleanup);

function reviewOf(reviewerName: string, versions: ReceivedReview['versions']): ReceivedReview {
  return receivedOf(reviewerName, versions, { review: `r-${reviewerName}` as ReviewId });
}

function overall(value: number, state: 'draft' | 'ready' = 'ready'): ReceivedReview['versions'][number] {
  const answers: Answers = { ['overall' as FieldId]: { kind: 'rating', value } };
  return versionOf(String(value % 10), answers, { state });
}

it('counts into a mean what the table of papers counts: ready, not in conflict, on the scale', () => {
  const reviews = [
    reviewOf('ready', [overall(4)]),
    reviewOf('draft', [overall(1, 'draft')]),
    reviewOf('conflict', [overall(6), overall(2)]),
    reviewOf('off', [overall(100)]),
  ];
  render(<RatingsGrid form={venue.form} reviews={reviews} />);
  const row = screen.getByRole('row', { name: /Overall/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['4.00', '4', '1', '6 or 2', '100']);
});
