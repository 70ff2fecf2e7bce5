import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { focusNextPane, focusPane, rememberPaneFocus } from '@renderer/workspaces/pane-focus';
import { toPaperLook } from '@renderer/workspaces/paper-look';
import { stepPaper } from '@renderer/workspaces/paper-steps';
import type { PaperNumber } from '@shared/model/ids';

afterEach(cleanup);

it('repairs a remembered look that cannot be understood, part by part', () => {
  const layout = { page: 60, form: 40 };
  expect(toPaperLook({ place: { page: 4 }, mode: 'form', layout })).toEqual({
    place: { page: 4 },
    mode: 'form',
    layout,
  });
  expect(toPaperLook({ place: { page: 4 }, mode: 'sideways', layout: { page: 'wide' } })).toEqual({
    place: { page: 4 },
    mode: 'both',
    layout: null,
  });
  expect(toPaperLook('nonsense')).toEqual({ place: null, mode: 'both', layout: null });
});

it('steps from paper to paper and stops at the ends', () => {
  const numbers = [7, 12, 31] as PaperNumber[];
  const step = (open: number | null, by: 1 | -1) => stepPaper(numbers, open as PaperNumber | null, by);
  expect([step(7, 1), step(31, 1), step(7, -1), step(null, 1), step(null, -1), step(99, 1)]).toEqual([
    12,
    null,
    null,
    7,
    31,
    null,
  ]);
});

describe('the focus', () => {
  it('goes round the panes on screen, and back to where it was in each', async () => {
    render(
      <>
        <nav data-pane="list">
          <button type="button">First</button>
          <button type="button">Second</button>
        </nav>
        <div inert>
          <main data-pane="page">
            <button type="button">Folded</button>
          </main>
        </div>
        <aside data-pane="form">
          <input aria-label="Answer" />
        </aside>
      </>,
    );
    const stop = rememberPaneFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Second' }));
    focusNextPane(1);
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    focusNextPane(1);
    expect(document.activeElement?.textContent).toBe('Second');
    focusPane('page');
    expect(document.activeElement?.textContent).toBe('Second');
    focusPane('form');
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    stop();
  });
});
