import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { List } from '@renderer/ui/List';

const opened = vi.fn();

function Papers({ items = ['a', 'b', 'c'] }: { readonly items?: readonly string[] }): ReactNode {
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <List
      label="Papers"
      items={items}
      itemKey={(item) => item}
      renderItem={(item) => `Paper ${item}`}
      selectedKey={selected}
      onSelect={setSelected}
      onOpen={opened}
      empty="No papers yet"
    />
  );
}

const selected = (): string | null | undefined =>
  screen.queryByRole('option', { selected: true })?.textContent;

describe('List', () => {
  afterEach(() => {
    cleanup();
    opened.mockClear();
  });

  it('chooses with the arrows, stays within its ends, and opens with Enter', async () => {
    const user = userEvent.setup();
    render(<Papers />);
    await user.tab();
    await user.keyboard('{ArrowDown}');
    expect(selected()).toBe('Paper a');
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(selected()).toBe('Paper c');
    await user.keyboard('{Home}{Enter}');
    expect(opened.mock.calls).toEqual([['a']]);
  });

  it('says which option is chosen to assistive tools', async () => {
    const user = userEvent.setup();
    render(<Papers />);
    await user.click(screen.getByText('Paper b'));
    const list = screen.getByRole('listbox', { name: 'Papers' });
    expect(list.getAttribute('aria-activedescendant')).toBe(screen.getByText('Paper b').id);
  });

  it('shows what stands for no items', () => {
    render(<Papers items={[]} />);
    expect(screen.getByText('No papers yet')).toBeTruthy();
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
