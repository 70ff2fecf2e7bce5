import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dismissToast, toast, useToasts } from '@renderer/ui/toasts';
import { Toaster } from '@renderer/ui/Toaster';

describe('Toaster', () => {
  beforeEach(() => void vi.useFakeTimers());

  afterEach(() => {
    cleanup();
    useToasts.setState({ toasts: [] });
    vi.useRealTimers();
  });

  const messages = (): readonly (string | null)[] =>
    within(screen.getByRole('status'))
      .queryAllByRole('listitem')
      .map((item) => item.textContent);

  it('has its status region before there is anything to say', () => {
    render(<Toaster />);
    expect(screen.getByRole('status', { name: 'Messages' })).toBeTruthy();
    expect(messages()).toEqual([]);
  });

  it('takes a plain message away after a while, and keeps what went wrong until it is dismissed', () => {
    render(<Toaster />);
    let failure = 0;
    act(() => {
      toast({ title: 'Marked ready', tone: 'success' });
      failure = toast({ title: 'Not saved', tone: 'danger' });
    });
    expect(messages()).toEqual(['Marked ready', 'Not saved']);
    act(() => void vi.advanceTimersByTime(60_000));
    expect(messages()).toEqual(['Not saved']);
    act(() => dismissToast(failure));
    expect(messages()).toEqual([]);
  });

  it('keeps a message with an act, and goes once the act is done', () => {
    render(<Toaster />);
    const run = vi.fn();
    act(() => void toast({ title: 'Exported', action: { label: 'Show in folder', run } }));
    act(() => void vi.advanceTimersByTime(60_000));
    act(() => screen.getByRole('button', { name: 'Show in folder' }).click());
    expect(run).toHaveBeenCalledTimes(1);
    expect(messages()).toEqual([]);
  });

  it('shows the latest four', () => {
    render(<Toaster />);
    act(() => {
      for (const title of ['1', '2', '3', '4', '5']) toast({ title });
    });
    expect(messages()).toEqual(['2', '3', '4', '5']);
  });
});
