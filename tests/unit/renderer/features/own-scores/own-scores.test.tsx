// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OwnScoresSheet } from '@renderer/features/own-scores';
import type { OwnReview } from '@shared/contract/own-scores';
import type { FieldId, PaperNumber } from '@shared/model/ids';
import type { Answers } from '@shared/model/review';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge';
import { venue } from '../review-form/form-fixture';

const review = (paper: number, overall: number, summary: string): OwnReview => ({
  paper: paper as PaperNumber,
  title: `Title ${paper}`,
  status: 'draft',
  answers: {
    overall: { kind: 'rating', value: overall },
    soundness: { kind: 'rating', value: 3 },
    summary: { kind: 'text', text: summary },
  } as unknown as Answers,
});

let bridge: FakeBridge;
let reviews: OwnReview[];
let opened: number[];

beforeEach(() => {
  standInForLayout();
  opened = [];
  reviews = [review(7, 5, 'Of seven.'), review(12, 5, 'Of twelve.'), review(31, 2, 'Of thirty-one.')];
  bridge = installFakeBridge({ 'venue.get': () => venue, 'review.listOwn': () => reviews });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const show = (field: string | null = null): void => {
  render(
    <OwnScoresSheet
      venue={venue.id}
      field={field as FieldId | null}
      paper={12 as PaperNumber}
      onOpenPaper={(paper) => opened.push(paper)}
      onClose={() => undefined}
    />,
  );
};
const papers = (): string[] => screen.getAllByRole('option').map((row) => row.textContent ?? '');

it('shows how often each step was given, and asks for nothing but my own reviews', async () => {
  show();
  const steps = await screen.findByRole('list', { name: 'Overall recommendation, highest first' });
  expect(
    within(steps)
      .getAllByRole('button')
      .map((step) => step.textContent?.slice(0, 2)),
  ).toEqual(['60', '52', '40', '30', '21', '10']);
  expect(new Set(bridge.requests.map(({ name }) => name))).toEqual(new Set(['venue.get', 'review.listOwn']));
});

it('leads from a score to the papers that got it, and to what I wrote of them', async () => {
  show();
  await screen.findAllByRole('option');
  expect(papers()).toEqual(['5#7 Title 7', '5#12 Title 12 (open)', '2#31 Title 31']);
  expect(screen.getByText('Of twelve.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /^2, Reject/ }));
  expect(papers()).toEqual(['2#31 Title 31']);
  expect(screen.getByText('Of thirty-one.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /^2, Reject/ }));
  expect(papers()).toHaveLength(3);
});

it('opens another paper by Enter, and not the one that is open', async () => {
  show();
  await screen.findAllByRole('option');
  expect(document.activeElement?.getAttribute('role')).toBe('listbox');
  await userEvent.keyboard('{Enter}');
  expect(opened).toEqual([]);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(opened).toEqual([31]);
});

it('begins with the rating that it was opened from', async () => {
  show('soundness');
  expect(await screen.findByRole('list', { name: 'Soundness, highest first' })).toBeTruthy();
});

it('says what will be here before anything was scored', async () => {
  reviews = [];
  show();
  await waitFor(() => expect(screen.getByText('No scores yet')).toBeTruthy());
});
