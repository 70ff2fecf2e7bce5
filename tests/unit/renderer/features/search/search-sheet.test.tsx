// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AnnotationId, FieldId } from '@shared/model/ids';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SearchSheet, type SoughtHit } from '@renderer/features/search';
import { AppError } from '@shared/contract/errors';
import type { OwnHit, SearchAnswer, SearchScope } from '@shared/contract/search';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge';

const venue = 'sim2science-2026' as VenueId;
const paper = (number: number): PaperNumber => number as PaperNumber;
const found: SearchAnswer = {
  papers: [
    {
      paper: paper(7),
      title: 'Tempering',
      hits: [
        {
          page: 2,
          text: 'the decay rate is',
          marks: [
            [4, 9],
            [10, 14],
          ],
        },
        { page: null, text: 'a rate', marks: [[2, 6]] },
      ],
    },
    { paper: paper(12), title: 'Ratios', hits: [{ page: 1, text: 'decay of ratios', marks: [[0, 5]] }] },
  ],
  isCut: false,
  plainWords: null,
};

let scope: SearchScope;
let bridge: FakeBridge;
let opened: SoughtHit[];
let openedOwn: OwnHit[];
let own: readonly OwnHit[];
beforeEach(() => {
  standInForLayout();
  opened = [];
  openedOwn = [];
  own = [];
  scope = {
    total: 10,
    indexed: 7,
    withoutText: [paper(3)],
    unreadable: [{ paper: paper(4), why: 'broken' }],
  };
  bridge = installFakeBridge({
    'search.scope': () => scope,
    'search.own': () => ({ hits: own, isCut: false }),
    'search.papers': ({ query }) =>
      query.includes('nothing') ? { papers: [], isCut: false, plainWords: 'nothing' } : found,
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function search(words: string): Promise<void> {
  render(
    <SearchSheet
      venue={venue}
      papers="mine"
      onOpen={(hit) => opened.push(hit)}
      onOpenOwn={(hit) => openedOwn.push(hit)}
      onClose={() => undefined}
    />,
  );
  const field = screen.getByRole('combobox');
  await userEvent.clear(field);
  await userEvent.type(field, words);
}

it('marks what was met, goes through the hits with the arrows and opens one with Enter', async () => {
  await search('decay rate');
  const options = await screen.findAllByRole('option');
  expect([...(options[0]?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual([
    'decay',
    'rate',
  ]);
  expect(options[0]?.getAttribute('aria-selected')).toBe('true');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
  expect(opened).toEqual([{ paper: 12, page: 1, words: 'decay' }]);
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(opened.at(-1)).toEqual({ paper: 7, page: null, words: 'rate' });
});

it('says what was searched, what is not read yet and what never will be', async () => {
  await search('x');
  expect(
    await screen.findByText(
      '7 of 10 papers searched; 1 still to be read; 1 scan without text (#3); 1 cannot be read (#4)',
    ),
  ).toBeTruthy();
});

it('says so when nothing was found, and shows no list of before', async () => {
  await search('nothing');
  expect(await screen.findByText('Nothing was found.')).toBeTruthy();
  expect(within(screen.getByRole('listbox')).queryAllByRole('option')).toEqual([]);
});

it('finds again when another paper was read', async () => {
  await search('decay');
  await screen.findAllByRole('option');
  const before = bridge.requests.filter(({ name }) => name === 'search.papers').length;
  bridge.emit({ topic: 'search.changed', payload: { venue } });
  await vi.waitFor(() =>
    expect(bridge.requests.filter(({ name }) => name === 'search.papers').length).toBeGreaterThan(before),
  );
});

it('tells why the papers could not be searched', async () => {
  bridge.handle({
    'search.papers': () => {
      throw new AppError('STORE_BUSY', 'The venue is being restored.');
    },
  });
  await search('decay');
  expect(await screen.findByText('The venue is being restored.')).toBeTruthy();
});

it('lists what I wrote before the papers, and opens the note or the field', async () => {
  const hit = { paper: paper(12), title: 'Ratios', text: 'my decay', marks: [[3, 8]] as const };
  own = [
    { ...hit, note: 'a-0123456789abcdef' as AnnotationId, field: null, place: 'Note, p. 4' },
    { ...hit, note: null, field: 'summary' as FieldId, place: 'Summary' },
  ];
  await search('decay');
  const options = await screen.findAllByRole('option', { name: /my decay/ });
  expect(options.map((option) => option.getAttribute('aria-label'))).toEqual([
    '#12 Ratios, Note, p. 4: my decay',
    '#12 Ratios, Summary: my decay',
  ]);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(openedOwn).toEqual([own[1]]);
  expect(opened).toEqual([]);
});
