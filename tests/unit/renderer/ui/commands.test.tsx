import './dom';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { searchCommands } from '@renderer/ui/command-search';
import { registerCommands, runCommand, useCommandList, useCommands } from '@renderer/ui/commands';
import { TextField } from '@renderer/ui/TextField';
import { UiRoot } from '@renderer/ui/UiRoot';

const ran = vi.fn();

function Screen(): ReactNode {
  const [text, setText] = useState('');
  const [isOn, setOn] = useState(false);
  useCommands([
    { id: 'paper.next', title: 'Next paper', section: 'Paper', shortcut: 'J', run: () => ran('next', text) },
    {
      id: 'review.ready',
      title: 'Mark ready',
      section: 'Review',
      shortcut: 'Mod+Enter',
      allowInText: true,
      run: () => ran('ready', text),
    },
    {
      id: 'bundle.export',
      title: 'Export reviews',
      section: 'Bundles',
      shortcut: 'Mod+E',
      keywords: ['send'],
      isEnabled: () => isOn,
      run: () => ran('export'),
    },
  ]);
  return (
    <UiRoot>
      <TextField label="Summary" value={text} onChange={setText} />
      <button type="button" onClick={() => setOn(true)}>
        Allow
      </button>
    </UiRoot>
  );
}

afterEach(() => {
  cleanup();
  ran.mockClear();
  useCommandList.setState({ recentIds: [] });
});

describe('shortcuts', () => {
  it('run their command with what is on the screen now', async () => {
    const user = userEvent.setup();
    render(<Screen />);
    await user.type(screen.getByRole('textbox'), 'new');
    await user.click(document.body);
    await user.keyboard('j');
    expect(ran.mock.calls).toEqual([['next', 'new']]);
  });

  it('leave keys to a person who types, unless the command says otherwise', async () => {
    const user = userEvent.setup();
    render(<Screen />);
    await user.type(screen.getByRole('textbox'), 'just');
    expect(ran).not.toHaveBeenCalled();
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('just');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(ran.mock.calls).toEqual([['ready', 'just']]);
  });

  it('do nothing while a command cannot be done', async () => {
    const user = userEvent.setup();
    render(<Screen />);
    await user.keyboard('{Control>}e{/Control}');
    expect(ran).not.toHaveBeenCalled();
    await user.click(screen.getByText('Allow'));
    await user.keyboard('{Control>}e{/Control}');
    expect(ran.mock.calls).toEqual([['export']]);
  });

  it('do not reach what lies behind a dialog', async () => {
    const user = userEvent.setup();
    render(<Screen />);
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard' });
    act(() => within(sheet).getByRole('button', { name: 'Close' }).focus());
    await user.keyboard('j');
    expect(ran).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('j');
    expect(ran).toHaveBeenCalledTimes(1);
  });

  it('go when their component goes', async () => {
    const user = userEvent.setup();
    render(<Screen />).unmount();
    await user.keyboard('j');
    expect(ran).not.toHaveBeenCalled();
    expect(useCommandList.getState().commands).toEqual([]);
  });
});

describe('the command palette', () => {
  it('finds a command by its words and runs it with Enter', async () => {
    const user = userEvent.setup();
    render(<Screen />);
    await user.keyboard('{Control>}k{/Control}');
    const query = await screen.findByRole('combobox', { name: 'Command' });
    expect(document.activeElement).toBe(query);
    await user.keyboard('rea');
    const rows = screen.getAllByRole('option');
    expect(rows.map((row) => row.textContent)).toEqual(['Mark readyReviewCtrlEnter']);
    expect(query.getAttribute('aria-activedescendant')).toBe(rows[0]?.id);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(ran.mock.calls).toEqual([['ready', '']]));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('lists only what can be done now, and says so when nothing matches', async () => {
    const user = userEvent.setup();
    render(<Screen />);
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox', { name: 'Command' });
    await user.keyboard('send');
    expect(screen.queryByRole('option')).toBeNull();
    expect(screen.getByText('No command matches')).toBeTruthy();
  });

  it('moves with the arrows, around the ends', async () => {
    const user = userEvent.setup();
    render(<Screen />);
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox', { name: 'Command' });
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Mark ready');
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Show keyboard shortcuts');
  });
});

describe('the registry', () => {
  it('gives an id to the latest to register it, and back when that goes', () => {
    const first = { id: 'a', title: 'A', section: 'S', run: () => ran('first') };
    const dropFirst = registerCommands([first]);
    const dropSecond = registerCommands([{ ...first, run: () => ran('second') }]);
    runCommand('a');
    dropSecond();
    runCommand('a');
    dropFirst();
    expect(runCommand('a')).toBe(false);
    expect(ran.mock.calls).toEqual([['second'], ['first']]);
  });

  it('speaks up when two commands claim one shortcut', () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const drop = registerCommands([
      { id: 'a', title: 'A', section: 'S', shortcut: 'F6', run: () => undefined },
      { id: 'b', title: 'B', section: 'S', shortcut: 'F6', run: () => undefined },
    ]);
    expect(complain.mock.calls.flat().join()).toContain('F6 belongs to both a and b');
    drop();
    complain.mockRestore();
  });

  it('searches by beginnings of words and puts recent commands first', () => {
    const titles = ['Find in paper', 'Next paper', 'Export reviews', 'Open bundle'];
    const all = titles.map((title) => ({ id: title, title, section: 'Any', run: () => undefined }));
    const found = (query: string, recent: readonly string[] = []): readonly string[] =>
      searchCommands(all, query, recent).map(({ id }) => id);
    expect(found('fip')).toEqual(['Find in paper']);
    expect(found('paper')).toEqual(['Find in paper', 'Next paper']);
    expect(found('exp')).toEqual(['Export reviews']);
    expect(found('', ['Open bundle', 'Next paper'])).toEqual([
      'Open bundle',
      'Next paper',
      'Find in paper',
      'Export reviews',
    ]);
  });
});
