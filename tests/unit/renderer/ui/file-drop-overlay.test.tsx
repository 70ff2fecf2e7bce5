import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FileDropOverlay } from '@renderer/ui/FileDropOverlay';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function drag(type: 'dragEnter' | 'dragOver' | 'drop', files: readonly File[] = []): void {
  fireEvent[type](window, { dataTransfer: { types: ['Files'], files, dropEffect: 'none' } });
}

it('stays while files hover and takes them when they are let go', () => {
  const onDrop = vi.fn();
  render(<FileDropOverlay title="Open bundles" onDrop={onDrop} />);
  drag('dragEnter');
  act(() => {
    vi.advanceTimersByTime(500);
  });
  drag('dragOver');
  act(() => {
    vi.advanceTimersByTime(500);
  });
  expect(screen.getByRole('status')).toHaveProperty('textContent', 'Open bundles');
  const file = new File(['x'], 'ada.referee');
  drag('drop', [file]);
  expect(onDrop).toHaveBeenCalledWith([file]);
  expect(screen.queryByRole('status')).toBeNull();
});

it('goes when a drag is cancelled without a word', () => {
  render(<FileDropOverlay title="Open bundles" onDrop={() => undefined} />);
  drag('dragEnter');
  drag('dragOver');
  act(() => {
    vi.advanceTimersByTime(1000);
  });
  expect(screen.queryByRole('status')).toBeNull();
});
