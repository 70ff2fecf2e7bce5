import './dom';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Button } from '@renderer/ui/Button';
import { ConfirmDialog } from '@renderer/ui/ConfirmDialog';
import { Dialog } from '@renderer/ui/Dialog';
import { isModalOpen } from '@renderer/ui/modals';
import { Select } from '@renderer/ui/Select';

function Ladder(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Export</Button>
      <Dialog title="Export reviews" isOpen={isOpen} onClose={() => setOpen(false)}>
        <Select
          label="To"
          value="chair"
          onChange={() => undefined}
          options={[
            { id: 'chair', label: 'The chair' },
            { id: 'organizer', label: 'The organizers' },
          ]}
        />
        <Button onPress={() => setAsking(true)}>Discard</Button>
      </Dialog>
      <ConfirmDialog
        title="Discard the review?"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => undefined}
        confirmLabel="Discard it"
      >
        It cannot be undone.
      </ConfirmDialog>
    </>
  );
}

describe('Dialog', () => {
  afterEach(cleanup);

  it('takes the focus in and gives it back to what opened it', async () => {
    const user = userEvent.setup();
    render(<Ladder />);
    await user.tab();
    await user.keyboard('{Enter}');
    const dialog = screen.getByRole('dialog', { name: 'Export reviews' });
    expect(dialog.contains(document.activeElement)).toBe(true);
    expect(isModalOpen()).toBe(true);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Export'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(isModalOpen()).toBe(false);
  });

  it('closes one thing per Esc: the list, the question, the sheet', async () => {
    const user = userEvent.setup();
    render(<Ladder />);
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(screen.getByRole('button', { name: /To/ }));
    expect(screen.getByRole('listbox')).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(screen.getByRole('dialog', { name: 'Export reviews' })).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Discard' }));
    const question = screen.getByRole('alertdialog', { name: 'Discard the review?' });
    expect(question.contains(document.activeElement)).toBe(true);
    expect(document.activeElement?.textContent).toBe('Cancel');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Discard'));
    expect(screen.getByRole('dialog', { name: 'Export reviews' })).toBeTruthy();

    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('hears of Escape though nothing in it has the focus', async () => {
    const user = userEvent.setup();
    render(<Ladder />);
    await user.click(screen.getByRole('button', { name: 'Export' }));
    (document.activeElement as HTMLElement).blur();
    expect(document.activeElement).toBe(document.body);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
