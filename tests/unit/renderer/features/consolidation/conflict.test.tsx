import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setClock } from '@renderer/bridge/clock';
import { ReviewsPanel } from '@renderer/features/consolidation';
import type { ReceivedReview } from '@shared/contract/consolidation';
import { AppError } from '@shared/contract/errors';
import type { PaperNumber } from '@shared/model/ids';
import type { Answers } from '@shared/model/review';
import type { Instant } from '@shared/model/time';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge';
import { consolidatedOf, receivedOf, venue, versionOf } from './consolidation-fixture';

const number = 12 as PaperNumber;
const answers = (summary: string): Answers => ({ summary: { kind: 'text', text: summary } }) as Answers;
const first = versionOf('b', answers('A fair comparison.'), {
  writtenAt: '2026-05-12T14:02:00.000Z' as Instant,
});
const second = versionOf('c', answers('An unfair comparison.'), {
  writtenAt: '2026-05-13T08:00:00.000Z' as Instant,
  state: 'draft',
});
const third = versionOf('d', answers('A third opinion.'), {
  writtenAt: '2026-05-11T08:00:00.000Z' as Instant,
});
const settledFor = (kept: ReceivedReview['versions'][number], ...setAside: ReceivedReview['versions']) =>
  receivedOf('Ben Ito', [kept], {
    settled: { byName: 'Noor Haddad', settledAt: '2026-05-14T08:00:00.000Z' as Instant, setAside },
  });

let bridge: FakeBridge;
let review: ReceivedReview;

beforeEach(() => {
  standInForLayout();
  setClock('2026-05-14T09:00:00.000Z' as Instant);
  Element.prototype.scrollIntoView = () => undefined;
  review = receivedOf('Ben Ito', [second, first]);
  bridge = installFakeBridge({
    'consolidation.getPaper': () => consolidatedOf([review]),
    'review.settle': ({ keep }) => {
      const all = [first, second];
      const kept = all.find(({ hash }) => hash === keep) ?? first;
      review = settledFor(kept, ...all.filter((one) => one !== kept));
      bridge.emit({ topic: 'venue.changed', payload: { venue: venue.id } });
      return null;
    },
  });
  render(<ReviewsPanel venue={venue} paper={number} />);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const compare = async (): Promise<HTMLElement> => {
  await userEvent.click(await screen.findByRole('button', { name: /^Compare versions/ }));
  return screen.findByRole('dialog', { name: /versions of the review of #12 by Ben Ito$/ });
};
const settles = (): unknown[] =>
  bridge.requests.filter(({ name }) => name === 'review.settle').map(({ input }) => input);

it('puts the earlier version left, names both by when they were written, and says when they came in', async () => {
  const sheet = await compare();
  const heads = within(sheet).getAllByRole('group', { name: /^Version of / });
  expect(heads[0]?.textContent).toMatch(/^Version of 12 May 2026.*Ready.*Received 10 May 2026/);
  expect(heads[1]?.textContent).toMatch(/^Version of 13 May 2026.*Draft, not marked ready/);
});

it('keeps the version whose button was pressed, says who did, and leaves the focus at the review', async () => {
  const sheet = await compare();
  const [left] = within(sheet).getAllByRole('button', { name: /^Keep this version/ });
  await userEvent.click(left as HTMLElement);
  expect(await screen.findByText(/^Noor Haddad kept the version of 12 May 2026/)).toBeTruthy();
  expect(settles()).toEqual([{ venue: venue.id, paper: 12, review: review.review, keep: first.hash }]);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByText(/versions of this review part/)).toBeNull();
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Review by Ben Ito'));
});

it('lets the version that was set aside be kept instead', async () => {
  review = settledFor(first, second);
  bridge.emit({ topic: 'venue.changed', payload: { venue: venue.id } });
  await userEvent.click(await screen.findByRole('button', { name: /^Show the other version/ }));
  const sheet = await screen.findByRole('dialog');
  expect(within(sheet).getByText('Kept')).toBeTruthy();
  expect(within(sheet).queryByRole('button', { name: 'Keep both and ask' })).toBeNull();
  await userEvent.click(within(sheet).getByRole('button', { name: /^Keep this version instead/ }));
  expect(await screen.findByText(/^Noor Haddad kept the version of 13 May 2026/)).toBeTruthy();
  expect(settles()).toMatchObject([{ keep: second.hash }]);
});

it('compares any two of three versions, and says that keeping one sets all others aside', async () => {
  review = receivedOf('Ben Ito', [first, second, third]);
  bridge.emit({ topic: 'venue.changed', payload: { venue: venue.id } });
  await screen.findByText('3 versions of this review part');
  const sheet = await compare();
  expect(sheet.textContent).toContain('Keeping one sets all others aside.');
  await userEvent.click(within(sheet).getByRole('button', { name: /One version/ }));
  await userEvent.click(await screen.findByRole('option', { name: /^Version of 11 May/ }));
  const [head] = within(sheet).getAllByRole('group', { name: /^Version of 11 May/, hidden: true });
  expect(head?.textContent).toContain('Keep this version');
  expect(sheet.textContent).toContain('third opinion');
});

it('puts a question to the reviewer on the clipboard, quoting nothing of the review, and settles nothing', async () => {
  const copied: string[] = [];
  document.execCommand = () => {
    const event = new Event('copy', { cancelable: true, bubbles: true });
    Object.assign(event, { clipboardData: { setData: (_type: string, text: string) => copied.push(text) } });
    return !document.dispatchEvent(event);
  };
  const sheet = await compare();
  await userEvent.click(within(sheet).getByRole('button', { name: 'Keep both and ask' }));
  expect(within(sheet).getByText('A question to Ben Ito is on the clipboard')).toBeTruthy();
  expect(copied).toEqual([
    expect.stringContaining(
      '- written 12 May 2026, 14:02 UTC\n- written 13 May 2026, 08:00 UTC, not marked ready',
    ),
  ]);
  expect(copied[0]).toContain('They differ in: Summary.');
  expect(copied[0]).not.toContain('comparison');
  expect(settles()).toEqual([]);
});

it('shows the question to be copied by hand where the clipboard takes nothing', async () => {
  document.execCommand = () => false;
  const sheet = await compare();
  await userEvent.click(within(sheet).getByRole('button', { name: 'Keep both and ask' }));
  expect(within(sheet).getByText(/^Dear Ben Ito,/)).toBeTruthy();
});

it('says in the sheet why a version could not be kept, and keeps it open', async () => {
  bridge.handle({
    'review.settle': () => {
      throw new AppError('REVIEW_NOT_FOUND', 'The review has no such version any more.');
    },
  });
  const sheet = await compare();
  await userEvent.click(within(sheet).getAllByRole('button', { name: /^Keep this/ })[1] as HTMLElement);
  expect((await within(sheet).findByRole('alert')).textContent).toContain('no such version any more');
});
