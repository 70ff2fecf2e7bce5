// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConsolidationTable } from '@renderer/features/consolidation';
import { runCommand } from '@renderer/ui/commands';
import type { FileToken, PaperNumber } from '@shared/model/ids';
import { EVERY_PAPER, type TableView } from '@shared/model/table-view';
import type { Calibration } from '@shared/rules/calibration/calibrate';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeHandlers } from '../../../../support/fake-bridge';
import { cellOf, consolidationOf, paperOf, tag, venue } from './consolidation-fixture';

const papers = [
  paperOf(7, 'Emulating the ocean', [cellOf('Ada Lindqvist', 5), cellOf('Ben Ito', 2)], ['emulators']),
  paperOf(12, 'A beamline', [cellOf('Chiara', 6, { topics: [tag('sbi')] })], ['closed-loop']),
  paperOf(31, 'Equations', [cellOf('Ada Lindqvist', null)], ['sbi']),
];

const fitted: Calibration = {
  kind: 'fitted',
  grandMean: 4,
  spread: { paper: 1, reviewer: 0.5, noise: 0.8 },
  papers: [
    { paper: 7 as PaperNumber, score: 4.5, low: 3.5, high: 5.5 },
    { paper: 12 as PaperNumber, score: 4.25, low: 3, high: 5.5 },
  ],
  reviewers: [],
  apart: [],
};

afterEach(cleanup);
beforeEach(() => standInForLayout(600, 1400));

function open(more: FakeHandlers = {}): void {
  installFakeBridge({
    'consolidation.get': () => consolidationOf(papers),
    'consolidation.calibrate': () => fitted,
    'tableView.list': () => [],
    ...more,
  });
  render(<ConsolidationTable venue={venue.id} activePaper={null} onOpenPaper={() => undefined} />);
}

const show = async (name: string): Promise<void> =>
  userEvent.click(await screen.findByRole('radio', { name }));
const order = (): (string | null | undefined)[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[0]?.textContent);

describe('calibrated scores', () => {
  // Bug caught: an order that changes when the calibration arrives, with nobody having asked.
  it('stand beside the means and change no order until a person sorts by them, and then it is said', async () => {
    open();
    await show('Scores');
    await screen.findByText(/^4\.25/);
    expect(order()).toEqual(['7', '12', '31']);
    expect(screen.queryByText('Sorted by calibrated score')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^Calibrated/ }));
    expect(order()).toEqual(['12', '7', '31']);
    expect(screen.getByText('Sorted by calibrated score')).toBeTruthy();
  });

  it('are refused in words', async () => {
    open({ 'consolidation.calibrate': () => ({ kind: 'refused', reason: 'All scores are the same.' }) });
    await show('Scores');
    expect((await screen.findByText(/^Not calibrated/)).textContent).toContain('All scores are the same.');
  });
});

// Bug caught: keys that go nowhere after the columns were changed by a key.
it('keeps the focus when a key shows other columns', async () => {
  open();
  (await screen.findByRole('grid')).focus();
  act(() => void runCommand('papers.show-topics'));
  await screen.findByText('Topics agreed');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('grid')));
});

it('shows papers by reviewers, a column for each of those who are shown', async () => {
  open();
  await show('Matrix');
  const names = (): (string | null)[] =>
    screen.getAllByRole('columnheader').map((header) => header.getAttribute('title'));
  expect(names().slice(3)).toEqual(['Ada Lindqvist', 'Ada Lindqvist', 'Ben Ito', 'Chiara']);
  await userEvent.type(screen.getByRole('textbox', { name: 'Filter papers' }), 'beamline');
  await waitFor(() => expect(names().slice(3)).toEqual(['Chiara']));
});

describe('saved views', () => {
  const view: TableView = {
    name: 'Best of SBI',
    face: 'scores',
    filter: { ...EVERY_PAPER, topic: 'sbi' as never },
    sort: { columnId: 'calibrated', direction: 'descending' },
  };

  it('bring back filters, columns and order', async () => {
    open({ 'tableView.list': () => [view] });
    await userEvent.click(await screen.findByRole('button', { name: 'Views' }));
    await userEvent.click(await screen.findByText('Best of SBI'));
    await waitFor(() => expect(order()).toEqual(['12', '31']));
    expect(screen.getByText('Sorted by calibrated score')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Filters, 1 in force' })).toBeTruthy();
  });

  it('keep the look of the table under the name that was typed, which holds no slash', async () => {
    const saved: unknown[] = [];
    open({
      'tableView.save': ({ view: kept }) => {
        saved.push(kept);
        return [kept];
      },
    });
    await show('Topics');
    act(() => void runCommand('papers.save-view'));
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await userEvent.type(name, 'a/b');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save view' }).disabled).toBe(true);
    await userEvent.clear(name);
    await userEvent.type(name, 'Mine{Enter}');
    await waitFor(() =>
      expect(saved).toEqual([{ name: 'Mine', face: 'topics', filter: EVERY_PAPER, sort: null }]),
    );
  });
});

describe('taking the table along', () => {
  it('copies the rows as they stand, with titles', async () => {
    open();
    await show('Scores');
    await userEvent.click(await screen.findByRole('button', { name: 'Mean overall recommendation' }));
    const copied: Record<string, string> = {};
    const clipboardData = { setData: (kind: string, text: string) => void (copied[kind] = text) };
    const execCommand = (): boolean => fireEvent.copy(document, { clipboardData }) || true;
    Object.defineProperty(document, 'execCommand', { value: execCommand, configurable: true });
    act(() => void runCommand('papers.copy'));
    const lines = (copied['text/plain'] ?? '').split('\n').map((line) => line.split('\t'));
    expect(lines[0]?.slice(0, 4)).toEqual(['#', 'Title', 'In', 'Mean']);
    expect(lines.slice(1).map(([number]) => number)).toEqual(['7', '12', '31']);
    expect(lines[1]).toContain('4.50 (3.50–5.50)');
  });

  it('exports the papers that are shown, in their order', async () => {
    const asked: unknown[] = [];
    open({
      'file.choose': () => [{ token: 'f-1' as FileToken, name: 'papers.csv' }],
      'consolidation.exportPapers': ({ papers: named }) => {
        asked.push(named);
        return { rowCount: 2, fileName: 'papers.csv' };
      },
    });
    await screen.findByText('Equations');
    await userEvent.click(screen.getByRole('radio', { name: /^Incomplete/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Export these papers as CSV…' }));
    await waitFor(() => expect(asked).toEqual([[31]]));
  });
});
