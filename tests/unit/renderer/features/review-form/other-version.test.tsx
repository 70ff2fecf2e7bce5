import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ReviewForm } from '@renderer/features/review-form';
import { forgetSessions } from '@renderer/features/review-form/open-session';
import { withAnswer } from '@renderer/features/review-form/answer-values';
import { AppError } from '@shared/contract/errors';
import type { OtherVersion, PaperView } from '@shared/contract/library';
import type { Sha256 } from '@shared/model/ids';
import type { Answers } from '@shared/model/review';
import type { Instant } from '@shared/model/time';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge';
import { draftOf, paperView, venue } from './form-fixture';

const answersOf = (summary: string, overall: number): Answers =>
  ({ summary: { kind: 'text', text: summary }, overall: { kind: 'rating', value: overall } }) as Answers;
const mine = answersOf('Written on the desktop.', 3);
const other: OtherVersion = {
  hash: 'c'.repeat(64) as Sha256,
  answers: answersOf('Written on the laptop.', 5),
  isReady: true,
  writtenAt: '2026-05-09T12:00:00.000Z' as Instant,
};

let bridge: FakeBridge;
let onDisk: Answers;
let rerender: (view: PaperView) => void;

beforeEach(() => {
  standInForLayout();
  onDisk = mine;
  Element.prototype.scrollIntoView = () => undefined;
  const saved = () => draftOf(onDisk, '2026-05-10T12:04:31.000Z');
  bridge = installFakeBridge({
    'review.answer': ({ field, answer }) => {
      onDisk = withAnswer(onDisk, field, answer);
      return saved();
    },
    'review.takeVersion': ({ take }) => {
      if (take === 'theirs') onDisk = other.answers;
      return saved();
    },
  });
  const view: PaperView = { ...paperView(mine), otherVersions: [other] };
  const rendered = render(<ReviewForm venue={venue} paper={view} />);
  rerender = (next) => rendered.rerender(<ReviewForm venue={venue} paper={next} />);
});
afterEach(() => {
  cleanup();
  forgetSessions();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const compare = async (): Promise<HTMLElement> => {
  await userEvent.click(screen.getByRole('button', { name: 'Compare' }));
  return screen.findByRole('dialog', { name: 'Two versions of your review of #12' });
};
const summaryBox = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Summary/ });
const decisions = (): unknown[] =>
  bridge.requests
    .filter(({ name }) => name === 'review.takeVersion')
    .map(({ input }) => (input as { take: unknown }).take);

it('tells of the other version calmly, and the banner goes when it was compared', async () => {
  const banner = screen.getByText('Another computer of yours exported a different version of this review');
  expect(banner.closest('[role=alert]')).toBeNull();
  const sheet = await compare();
  await userEvent.click(within(sheet).getByRole('button', { name: 'Keep what is here' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(decisions()).toEqual(['mine']);
  rerender({ ...paperView(mine), draft: draftOf(onDisk, '2026-05-10T12:04:31.000Z') });
  expect(screen.queryByText(/Another computer of yours/)).toBeNull();
  expect(summaryBox().value).toBe('Written on the desktop.');
});

it('takes the other version into the form, where undo brings back what it replaced', async () => {
  const sheet = await compare();
  await userEvent.click(within(sheet).getByRole('button', { name: 'Take the other version' }));
  await waitFor(() => expect(summaryBox().value).toBe('Written on the laptop.'));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^5, Accept/ }).checked).toBe(true);
  summaryBox().focus();
  await userEvent.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
  await waitFor(() => expect(onDisk).toEqual(mine));
});

it('takes a single field over as an ordinary change, and puts it back', async () => {
  const sheet = await compare();
  await userEvent.click(within(sheet).getByRole('button', { name: 'Take the other: Summary' }));
  await waitFor(() => expect(onDisk).toEqual({ ...mine, ...answersOf('Written on the laptop.', 3) }));
  const row = within(sheet).getByRole('region', { name: 'Summary' });
  expect(row.textContent).toContain('The same now');
  // The focus stays on the same button, which now takes the step back.
  const back = within(row).getByRole('button', { name: 'Put mine back: Summary' });
  expect(document.activeElement).toBe(back);
  await userEvent.click(back);
  await waitFor(() => expect(onDisk).toEqual(mine));
  expect(decisions()).toEqual([]);
});

it('says in the sheet why it was not decided, and changes nothing', async () => {
  bridge.handle({
    'review.takeVersion': () => {
      throw new AppError('REVIEW_NOT_FOUND', 'This version does not wait any more. Look at it again.');
    },
  });
  const sheet = await compare();
  await userEvent.click(within(sheet).getByRole('button', { name: 'Take the other version' }));
  expect((await within(sheet).findByRole('alert')).textContent).toContain('does not wait any more');
  await userEvent.keyboard('{Escape}');
  expect(summaryBox().value).toBe('Written on the desktop.');
});

it('offers no comparison where the review is read only', () => {
  cleanup();
  const view: PaperView = { ...paperView(mine), otherVersions: [other] };
  render(<ReviewForm venue={venue} paper={view} readOnlyReason="Withdrawn." />);
  expect(screen.queryByRole('button', { name: 'Compare' })).toBeNull();
});
