// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ConsolidationTable, ReviewsPanel } from '@renderer/features/consolidation';
import { runCommand } from '@renderer/ui/commands';
import { useToasts } from '@renderer/ui/toasts';
import { AppError } from '@shared/contract/errors';
import type { FileToken, PaperNumber, ReviewId } from '@shared/model/ids';
import type { Answers } from '@shared/model/review';
import { installFakeBridge } from '../../../../support/fake-bridge';
import {
  cellOf,
  consolidatedOf,
  consolidationOf,
  paperOf,
  receivedOf,
  venue,
  versionOf,
} from './consolidation-fixture';

afterEach(() => {
  cleanup();
  useToasts.setState({ toasts: [] });
});

describe('the table', () => {
  const papers = [
    paperOf(7, 'Emulating the ocean', [cellOf('Ada', 5), cellOf('Ben', null)]),
    paperOf(12, 'A beamline', [cellOf('Chiara', 2)]),
  ];
  const table = (more: Partial<Parameters<typeof ConsolidationTable>[0]> = {}) =>
    render(
      <ConsolidationTable venue={venue.id} activePaper={null} onOpenPaper={() => undefined} {...more} />,
    );

  it('says how many reviews are in, of how many', async () => {
    installFakeBridge({ 'consolidation.get': () => consolidationOf(papers) });
    table();
    expect((await screen.findByText('2 of 3')).parentElement?.textContent).toBe(
      '2 of 3 reviews in, 2 papers',
    );
  });

  it('offers what waits for a person', async () => {
    const onShowHeld = vi.fn();
    installFakeBridge({ 'consolidation.get': () => consolidationOf(papers, 2) });
    table({ onShowHeld });
    await screen.findByText('2 bundles wait for you');
    await userEvent.click(screen.getByRole('button', { name: 'Look at them' }));
    expect(onShowHeld).toHaveBeenCalledOnce();
  });

  it('says when no paper matches, and leads back to all', async () => {
    installFakeBridge({ 'consolidation.get': () => consolidationOf(papers) });
    table();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Filter papers' }), 'zebra');
    await userEvent.click(await screen.findByRole('button', { name: 'Show all papers' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Filter papers' }).value).toBe('');
  });

  it('writes the CSV where the person chose, and offers to show it', async () => {
    const shown: unknown[] = [];
    installFakeBridge({
      'consolidation.get': () => consolidationOf(papers),
      'file.choose': ({ purpose, suggestedName }) => {
        expect([purpose, suggestedName]).toEqual(['save-table', 'sim2science-2026-reviews.csv']);
        return [{ token: 'f-1' as FileToken, name: 'mine.csv' }];
      },
      'consolidation.exportTable': ({ file }) => ({
        rowCount: 2,
        fileName: file === 'f-1' ? 'mine.csv' : '?',
      }),
      'file.showInFolder': ({ file }) => {
        shown.push(file);
        return null;
      },
    });
    table();
    await userEvent.click(await screen.findByRole('button', { name: /Export CSV/ }));
    await waitFor(() => expect(useToasts.getState().toasts[0]?.title).toBe('Wrote 2 rows to mine.csv'));
    useToasts.getState().toasts[0]?.action?.run();
    await waitFor(() => expect(shown).toEqual(['f-1']));
  });

  it('says in place why the CSV was not written', async () => {
    installFakeBridge({
      'consolidation.get': () => consolidationOf(papers),
      'file.choose': () => [{ token: 'f-1' as FileToken, name: 'mine.csv' }],
      'consolidation.exportTable': () => {
        throw new AppError('FILE_UNWRITABLE', 'mine.csv cannot be written: the folder is read-only.');
      },
    });
    table();
    await userEvent.click(await screen.findByRole('button', { name: /Export CSV/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('the folder is read-only');
  });
});

describe('the reviews of a paper', () => {
  const number = 12 as PaperNumber;
  const answers = (overall: number, summary: string): Answers =>
    ({
      overall: { kind: 'rating', value: overall },
      summary: { kind: 'text', text: summary },
      confidential: { kind: 'text', text: 'between us' },
    }) as Answers;
  const open = () => {
    installFakeBridge({
      'consolidation.getPaper': () =>
        consolidatedOf(
          [
            receivedOf('Ada Lindqvist', [versionOf('a', answers(4, 'A **sound** paper with $x^2$.'))], {
              isLate: true,
            }),
            receivedOf(
              'Ben Ito',
              [versionOf('b', answers(2, 'Same')), versionOf('c', answers(5, 'Same'), { state: 'draft' })],
              { review: 'r-0000000000000002' as ReviewId },
            ),
          ],
          ['Esra Yilmaz'],
        ),
    });
    Element.prototype.scrollIntoView = () => undefined;
    return render(<ReviewsPanel venue={venue} paper={number} />);
  };
  const review = async (name: string): Promise<HTMLElement> =>
    await screen.findByRole('article', { name: `Review by ${name}` });

  it('are rendered with the anchors of their ratings', async () => {
    open();
    const ada = await review('Ada Lindqvist');
    expect((await within(ada).findByText('sound')).tagName).toBe('STRONG');
    expect(ada.textContent).toContain('Weak accept: worth presenting despite its weaknesses');
    expect(within(ada).getByText('late')).toBeTruthy();
  });

  it('mark what only chairs read', async () => {
    open();
    const heading = within(await review('Ada Lindqvist')).getByRole('heading', { name: /^Confidential/ });
    expect(heading.textContent).toContain('chairs only');
  });

  it('set the versions of a conflict side by side where they differ, and once where they do not', async () => {
    open();
    const ben = await review('Ben Ito');
    expect(within(ben).getByText('2 versions of this review part')).toBeTruthy();
    expect(within(ben).getByRole('heading', { name: /^Overall recommendation/ }).textContent).toContain(
      'differs',
    );
    expect(within(ben).getAllByText('Same')).toHaveLength(1);
    expect(screen.getByRole('cell', { name: '2 or 5' })).toBeTruthy();
  });

  it('name who is missing', async () => {
    open();
    await review('Ben Ito');
    expect(screen.getByText('A review is missing').parentElement?.textContent).toContain('Esra Yilmaz');
  });

  it('are stepped through by keyboard', async () => {
    open();
    await review('Ben Ito');
    act(() => void runCommand('reviews.next'));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Review by Ada Lindqvist');
    act(() => void runCommand('reviews.next'));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Review by Ben Ito');
    act(() => void runCommand('reviews.previous'));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Review by Ada Lindqvist');
  });
});
