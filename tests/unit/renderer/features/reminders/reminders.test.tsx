// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { RemindersSheet } from '@renderer/features/reminders';
import { useToasts } from '@renderer/ui/toasts';
import type { OwingReviewer } from '@shared/contract/owed';
import type { FileToken, PaperNumber, PersonId, VenueId } from '@shared/model/ids';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeHandlers } from '../../../../support/fake-bridge';

const venue = 'sim2science-2026' as VenueId;

function owingOf(index: number, name: string, isOverdue = false): OwingReviewer {
  return {
    person: `p-${String(index).padStart(16, '0')}` as PersonId,
    name,
    email: `${name.toLowerCase()}@example.org`,
    reviews: [{ paper: (index + 6) as PaperNumber, title: 'Ocean', state: 'missing', due: null, isOverdue }],
    readyCount: 1,
    letter: { subject: `Missing, ${name}`, text: `Dear ${name},\nplease.` },
  };
}

const ada = owingOf(1, 'Ada', true);
const bo = owingOf(2, 'Bo');

afterEach(() => {
  cleanup();
  useToasts.setState({ toasts: [] });
});

function open(owing: readonly OwingReviewer[], more: FakeHandlers = {}): void {
  standInForLayout();
  installFakeBridge({ 'owed.list': () => owing, ...more });
  render(<RemindersSheet venue={venue} onClose={() => undefined} />);
}

it('says how much is missing, and shows the letter to whoever is in hand', async () => {
  open([ada, bo]);
  expect((await screen.findByText(/are missing from/)).textContent).toContain(
    '2 reviews are missing from 2 people, 1 overdue.',
  );
  expect(screen.getByRole('region', { name: 'Letter to Ada' }).textContent).toContain('Dear Ada');
  screen.getByRole('grid').focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('region', { name: 'Letter to Bo' }).textContent).toContain('bo@example.org');
});

it('writes letters to those who are checked, and to nobody else', async () => {
  const asked: unknown[] = [];
  open([ada, bo], {
    'file.choose': () => [{ token: 'f-1' as FileToken, name: 'letters' }],
    'owed.writeLetters': ({ people }) => {
      asked.push(people);
      return { fileNames: ['bo.eml'] };
    },
  });
  await screen.findByRole('button', { name: 'Write 2 letters…' });
  screen.getByRole('grid').focus();
  await userEvent.keyboard(' ');
  await userEvent.click(screen.getByRole('button', { name: 'Write 1 letter…' }));
  await waitFor(() => expect(useToasts.getState().toasts[0]?.title).toBe('Wrote 1 letter to letters'));
  expect(asked).toEqual([[bo.person]]);
});

it('says when nobody owes anything', async () => {
  open([]);
  await screen.findByText('No review is missing');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Write 0 letters…' }).disabled).toBe(true);
});
