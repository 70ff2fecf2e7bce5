import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWatchdog } from '@renderer/reader/engine/watchdog';

describe('the watchdog', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('barks once when the time is up', () => {
    const onLate = vi.fn();
    startWatchdog(1_000, onLate);
    vi.advanceTimersByTime(900);
    expect(onLate).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(onLate).toHaveBeenCalledTimes(1);
  });

  it('does not count the time a person takes to type a password', () => {
    const onLate = vi.fn();
    const watchdog = startWatchdog(1_000, onLate);
    vi.advanceTimersByTime(500);
    watchdog.pause();
    vi.advanceTimersByTime(60_000);
    watchdog.resume();
    vi.advanceTimersByTime(400);
    expect(onLate).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(onLate).toHaveBeenCalledTimes(1);
  });

  it('does not count the time a window is hidden, because it cannot paint', () => {
    const onLate = vi.fn();
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    startWatchdog(1_000, onLate);
    vi.advanceTimersByTime(60_000);
    expect(onLate).not.toHaveBeenCalled();
    visibility.mockReturnValue('visible');
    vi.advanceTimersByTime(1_100);
    expect(onLate).toHaveBeenCalledTimes(1);
  });

  it('is quiet once stopped', () => {
    const onLate = vi.fn();
    startWatchdog(1_000, onLate).stop();
    vi.advanceTimersByTime(60_000);
    expect(onLate).not.toHaveBeenCalled();
  });
});
