// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PeopleKeysSheet } from '@renderer/features/people-keys';
import { AppError } from '@shared/contract/errors';
import type { PersonKeys } from '@shared/contract/trust';
import type { Fingerprint, PersonId, VenueId } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge';

const venue = 'sim2science-2026' as VenueId;
const personOf = (digit: string): PersonId => `p-${digit.repeat(16)}` as PersonId;
const printOf = (digit: string): Fingerprint => digit.repeat(64) as Fingerprint;
const since = '2026-05-10T12:00:00.000Z' as Instant;

let people: PersonKeys[];
let bridge: FakeBridge;
beforeEach(() => {
  standInForLayout();
  people = [
    {
      person: personOf('1'),
      name: 'Ada Lindqvist',
      roles: ['reviewer', 'chair'],
      keys: [
        { fingerprint: printOf('a'), reason: 'enrolment', since, isRevoked: false },
        { fingerprint: printOf('b'), reason: 'first', since, isRevoked: true },
      ],
    },
    { person: personOf('2'), name: 'Ben Ito', roles: ['reviewer'], keys: [] },
  ];
  bridge = installFakeBridge({
    'app.get': () => ({ timeZone: 'UTC' }) as never,
    'trust.list': () => people,
    'trust.revoke': ({ person, fingerprint }) => {
      people = people.map((one) => ({
        ...one,
        keys: one.keys.map((key) => ({
          ...key,
          isRevoked: key.isRevoked || (one.person === person && key.fingerprint === fingerprint),
        })),
      }));
      return null;
    },
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const open = () => render(<PeopleKeysSheet venue={venue} onClose={() => undefined} />);
const entry = async (name: string) =>
  within((await screen.findByRole('heading', { name })).closest('li') as HTMLElement);

it('says of everybody which keys are theirs, why and since when, and which are revoked', async () => {
  open();
  const ada = await entry('Ada Lindqvist');
  ada.getByText('Reviewer, chair');
  const [first] = ada.getAllByRole('group', { name: 'Fingerprint of the signing key' });
  expect(first?.textContent?.replaceAll(/\s+/g, ' ')).toContain(formatSpoken(printOf('a')));
  ada.getByText(/Their own invitation vouches for it. On record since 10 May 2026/);
  expect(ada.getAllByText('Revoked')).toHaveLength(1);
  expect(ada.getAllByRole('button', { name: /^Revoke/ })).toHaveLength(1);
  (await entry('Ben Ito')).getByText(/^No key yet/);
});

it('revokes a key only after saying what that does and being told to', async () => {
  open();
  const revoke = async () =>
    userEvent.click((await entry('Ada Lindqvist')).getByRole('button', { name: /^Revoke/ }));
  await revoke();
  const question = within(await screen.findByRole('alertdialog'));
  question.getByText(formatSpoken(printOf('a')));
  question.getByText(/What came in before stays/);
  await userEvent.click(question.getByRole('button', { name: 'Cancel' }));
  expect(bridge.requests.some(({ name }) => name === 'trust.revoke')).toBe(false);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Revoke...'));
  await revoke();
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke the key' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  act(() => bridge.emit({ topic: 'venue.changed', payload: { venue } }));
  await waitFor(async () => expect((await entry('Ada Lindqvist')).getAllByText('Revoked')).toHaveLength(2));
  // The button that asked went with the key: the focus stays in the sheet, or Escape would close nothing.
  await waitFor(() => expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true));
});

it('says in the question itself why a key was not revoked', async () => {
  bridge.handle({
    'trust.revoke': () => {
      throw new AppError('KEY_NOT_FOUND', 'This key is not on record for this person.');
    },
  });
  open();
  await userEvent.click((await entry('Ada Lindqvist')).getByRole('button', { name: /^Revoke/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke the key' }));
  expect((await screen.findByText('Not revoked')).closest('[role=alert]')?.textContent).toContain(
    'This key is not on record for this person.',
  );
});

it('finds a person by a part of the name', async () => {
  open();
  await entry('Ada Lindqvist');
  await userEvent.type(screen.getByRole('textbox', { name: 'Filter people' }), 'ito');
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Ada Lindqvist' })).toBeNull());
  await entry('Ben Ito');
});
