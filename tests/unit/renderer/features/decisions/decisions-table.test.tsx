// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useFailedSaves } from '@renderer/features/common/saving/failed-saves';
import { DecisionsTable } from '@renderer/features/decisions';
import { forgetDecisions } from '@renderer/features/decisions/open-decision';
import type { DecisionRow } from '@shared/contract/decision';
import { AppError } from '@shared/contract/errors';
import type { PaperNumber } from '@shared/model/ids';
import { decisionKindsOf } from '@shared/rules/decision-kinds';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge } from '../../../../support/fake-bridge';
import { venue } from '../consolidation/consolidation-fixture';
import { decided, rowOf, standingOf, writtenAt } from './decision-fixture';

let disk: DecisionRow[];
let isDiskFull: boolean;
const onReadPaper = vi.fn();
const onExport = vi.fn();

beforeEach(() => {
  standInForLayout();
  forgetDecisions();
  useFailedSaves.setState({ failures: [], onScreen: [] });
  isDiskFull = false;
  disk = [
    rowOf(7, 'Emulating the ocean', {
      recommendations: [{ chairName: 'Noor Haddad', outcome: 'poster' }],
    }),
    rowOf(12, 'A beamline', decided('reject')),
    rowOf(31, 'Equations', { standing: [standingOf('Olga Marin', 'oral'), standingOf('Ben Ito', 'reject')] }),
  ];
  installFakeBridge({
    'app.get': () => ({ timeZone: 'UTC' }) as never,
    'decision.list': () => ({ kinds: decisionKindsOf(venue), rows: disk }),
    'decision.save': ({ paper, content }) => {
      if (isDiskFull) throw new AppError('DISK_FULL', 'The disk is full.');
      disk = disk.map((row) => (row.number === paper ? { ...row, mine: content, savedAt: writtenAt } : row));
      return { savedAt: writtenAt };
    },
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Desk({ start = null }: { readonly start?: number | null }): ReactNode {
  const [active, setActive] = useState(start as PaperNumber | null);
  return (
    <DecisionsTable
      venue={venue.id}
      activePaper={active}
      onActivePaper={setActive}
      onReadPaper={onReadPaper}
      onExport={onExport}
    />
  );
}

const rowNamed = async (title: string): Promise<HTMLElement> => {
  const cell = await screen.findByText(title, { selector: '[role=gridcell] *' });
  return cell.closest<HTMLElement>('[role=row]') as HTMLElement;
};

it('decides a paper by keyboard: arrows choose it, Enter goes to its decision, Escape back to the table', async () => {
  render(<Desk />);
  const grid = await screen.findByRole('grid', { name: 'Papers to decide' });
  grid.focus();
  await userEvent.keyboard('{ArrowDown}');
  const panel = within(await screen.findByRole('region', { name: 'Decision on paper 7' }));
  panel.getByText('Accept (poster)', { selector: 'b' });
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(panel.getByRole('radio', { name: 'Accept (oral)' }));
  await userEvent.keyboard(' ');
  await panel.findByText('Saved 12:04:31');
  expect(disk[0]?.mine.outcome).toBe('oral');
  expect(within(await rowNamed('Emulating the ocean')).getByText('Accept (oral)')).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  expect(document.activeElement).toBe(grid);
});

it('counts what is decided, by outcome', async () => {
  render(<Desk />);
  expect((await screen.findByLabelText('Decisions so far')).textContent).toBe(
    '2 of 3 decided, 1 Accept (oral), 2 Reject',
  );
});

it('keeps session and note to the authors with the outcome', async () => {
  render(<Desk start={12} />);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Session' }), 'Poster 2');
  await userEvent.type(screen.getByRole('textbox', { name: 'Note to the authors' }), 'Sorry.');
  await waitFor(() =>
    expect(disk[1]?.mine).toEqual({ outcome: 'reject', session: 'Poster 2', note: 'Sorry.' }),
  );
});

it('says that a decision is not saved, and keeps it', async () => {
  isDiskFull = true;
  render(<Desk start={7} />);
  await userEvent.click(await screen.findByRole('radio', { name: 'Reject' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Not saved: The disk is full.');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Reject' }).checked).toBe(true);
  expect(within(await rowNamed('Emulating the ocean')).getByText('Undecided')).toBeTruthy();
  isDiskFull = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(disk[0]?.mine.outcome).toBe('reject'));
});

it('shows both decisions where organizers disagree, and takes one over', async () => {
  render(<Desk start={31} />);
  await screen.findByText('Organizers disagree');
  expect(within(await rowNamed('Equations')).getByText('Disputed')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Use the decision of Ben Ito' }));
  await waitFor(() => expect(disk[2]?.mine.outcome).toBe('reject'));
  // Nothing is settled before it left this machine, so what the other said stays in sight.
  expect(screen.queryByRole('button', { name: 'Use the decision of Ben Ito' })).toBeNull();
  screen.getByRole('button', { name: 'Use the decision of Olga Marin' });
});

it('says what an export of mine would do to a decision of another organizer, before and after I said anything', async () => {
  disk = [rowOf(7, 'Emulating the ocean', { standing: [standingOf('Ben Ito', 'reject')] })];
  render(<Desk start={7} />);
  await screen.findByText(/It stands until you choose something here and export it/);
  await userEvent.click(screen.getByRole('radio', { name: 'Accept (oral)' }));
  await screen.findByText(/Your next export replaces it with what is chosen here/);
  await userEvent.click(screen.getByRole('radio', { name: 'Reject' }));
  await waitFor(() => expect(screen.queryByText(/Your next export/)).toBeNull());
});

it('leads to the reviews of the paper in hand and to the export', async () => {
  render(<Desk start={12} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Read the reviews' }));
  expect(onReadPaper).toHaveBeenCalledWith(12);
  await userEvent.click(screen.getByRole('button', { name: /^Export decisions/ }));
  expect(onExport).toHaveBeenCalledOnce();
});
