import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LibraryPage, PaperList } from '@renderer/features/library';
import { filterPapers } from '@renderer/features/library/filter-papers';
import { setClock } from '@renderer/bridge/clock';
import type { Instant } from '@shared/model/time';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge } from '../../../../support/fake-bridge';
import { libraryOf, rowOf, venue } from './library-fixture';

beforeEach(() => {
  installFakeBridge();
  setClock('2026-05-10T09:00:00.000Z' as Instant);
  standInForLayout();
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('keeps a list of 3,000 papers small in the document', () => {
  const papers = Array.from({ length: 3000 }, (_, index) => rowOf(index + 1));
  render(<PaperList venue={venue} papers={papers} open={null} onOpen={() => undefined} />);
  const options = screen.getAllByRole('option');
  expect(options.length).toBeGreaterThan(5);
  expect(options.length).toBeLessThan(60);
  expect(options[0]?.getAttribute('aria-setsize')).toBe('3000');
});

it('opens a paper by keyboard: arrows move, Enter opens', async () => {
  const onOpen = vi.fn();
  render(<PaperList venue={venue} papers={[rowOf(7), rowOf(12), rowOf(31)]} open={null} onOpen={onOpen} />);
  screen.getByRole('listbox', { name: 'Papers to review' }).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(onOpen).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(12);
});

it('says what a started paper lacks, in number and in full', () => {
  const shortcomings = [
    { field: venue.form.overallField, label: 'Overall', reason: 'missing' },
    { field: venue.form.overallField, label: 'Strengths', reason: '12 words, at least 50' },
  ];
  const papers = [rowOf(7, { status: 'draft', shortcomings })];
  render(<PaperList venue={venue} papers={papers} open={null} onOpen={() => undefined} />);
  const option = screen.getByRole('option');
  expect(option.textContent).toContain('Draft');
  expect(within(option).getByText('2 missing').title).toBe(
    'Overall: missing\nStrengths: 12 words, at least 50',
  );
});

it('leads from the venue to the paper to go on with', async () => {
  const onOpen = vi.fn();
  const papers = [rowOf(7), rowOf(12, { status: 'draft' })];
  render(<LibraryPage library={libraryOf(papers)} onOpen={onOpen} onExport={() => undefined} />);
  await userEvent.click(screen.getByRole('button', { name: 'Continue #12' }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(12);
  expect(screen.getByText(/^Reviews due 13 May 2026, 23:59 AoE \(.* here\), in 4 d 3 h\.$/)).toBeTruthy();
});

it('says plainly that reviews were due, and still lets them be exported', async () => {
  setClock('2026-06-01T00:00:00.000Z' as Instant);
  const onExport = vi.fn();
  const library = libraryOf([rowOf(7, { status: 'ready', shortcomings: [] })]);
  render(<LibraryPage library={library} onOpen={() => undefined} onExport={onExport} />);
  expect(screen.getByText(/^Reviews were due .* You can still review and export\.$/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Export reviews...' }));
  expect(onExport).toHaveBeenCalledOnce();
});

it('says in the list and the table where two versions wait to be compared, and finds them', () => {
  const papers = [rowOf(7, { status: 'ready', hasOtherVersion: true }), rowOf(12)];
  const { unmount } = render(
    <PaperList venue={venue} papers={papers} open={null} onOpen={() => undefined} />,
  );
  const [seven, twelve] = screen.getAllByRole('option');
  expect(seven?.textContent).toContain('Two versions');
  expect(twelve?.textContent).not.toContain('Two versions');
  unmount();
  render(<LibraryPage library={libraryOf(papers)} onOpen={() => undefined} onExport={() => undefined} />);
  const row = screen.getByText('Two versions').closest('[role=row]');
  expect(row?.textContent).toContain('Paper 7');
  expect(filterPapers(papers, 'two versions', venue).map(({ number }) => number)).toEqual([7]);
});
