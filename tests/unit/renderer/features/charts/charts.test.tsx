// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ChartsSheet } from '@renderer/features/charts';
import { useToasts } from '@renderer/ui/toasts';
import { AppError } from '@shared/contract/errors';
import type { FileToken, VenueId } from '@shared/model/ids';
import { chartToSvg } from '@shared/rules/charts/chart-to-svg';
import { drawLeniency } from '@shared/rules/charts/leniency-chart';
import { drawScores } from '@shared/rules/charts/score-chart';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeHandlers } from '../../../../support/fake-bridge';

const venue = 'sim2science-2026' as VenueId;
const scores = drawScores([1, 2, 3], [1, 3, 3]);
const refused = drawLeniency([], 'This cannot be told yet. All scores are the same.');

afterEach(() => {
  cleanup();
  useToasts.setState({ toasts: [] });
});

function open(more: FakeHandlers = {}): void {
  standInForLayout();
  installFakeBridge({ 'chart.list': () => [scores, refused], ...more });
  render(<ChartsSheet venue={venue} onClose={() => undefined} />);
}

describe('the charts', () => {
  it('are drawings with a name and a sentence, and tables of their figures', async () => {
    open();
    const drawing = await screen.findByRole('img', { name: scores.title });
    const described = drawing.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe(scores.summary);
    const table = screen.getByRole('table', { name: scores.title, hidden: true });
    expect(
      within(table)
        .getAllByRole('row', { hidden: true })
        .map((row) => row.textContent),
    ).toEqual(['ScoreReviews', '11', '20', '32']);
  });

  it('say why there is nothing to draw, and offer no empty file', async () => {
    open();
    await screen.findByText(refused.summary);
    expect(screen.getAllByRole('img')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: `Save "${refused.title}" as SVG` })).toBeNull();
  });

  it('are saved where the person chose', async () => {
    open({
      'file.choose': ({ purpose, suggestedName }) => {
        expect([purpose, suggestedName]).toEqual(['save-chart-svg', 'sim2science-2026-scores.svg']);
        return [{ token: 'f-1' as FileToken, name: 'mine.svg' }];
      },
      'chart.saveSvg': ({ chart, file }) => {
        expect([chart, file]).toEqual(['scores', 'f-1']);
        return { fileName: 'mine.svg' };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: `Save "${scores.title}" as SVG` }));
    await waitFor(() => expect(useToasts.getState().toasts[0]?.title).toBe('Saved mine.svg'));
  });

  it('say in place why one was not saved', async () => {
    open({
      'file.choose': () => [{ token: 'f-1' as FileToken, name: 'mine.svg' }],
      'chart.saveSvg': () => {
        throw new AppError('DISK_FULL', 'The disk is full.');
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: `Save "${scores.title}" as SVG` }));
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
  });
});

// Bug caught: a name or title that ends an element of the file, or a character that XML does not know.
it('makes well-formed SVG of any title, with nothing in it but the drawing', () => {
  const strange = { ...scores, title: 'Ti\u0000tle "<b>&</b> 🦉\uFFFE', summary: '<script>1</script>' };
  const parsed = new DOMParser().parseFromString(chartToSvg(strange), 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  expect(parsed.querySelector('title')?.textContent).toBe('Title "<b>&</b> 🦉');
  expect(parsed.querySelector('desc')?.textContent).toBe('<script>1</script>');
  expect(parsed.querySelector('script, b')).toBeNull();
});
