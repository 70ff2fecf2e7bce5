import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SUSPEND_AFTER_MS, watchHidden } from '@renderer/reader/engine/suspend-hidden';

describe('a window out of sight', () => {
  const log: string[] = [];
  let stop: () => void;
  const turn = (state: 'hidden' | 'visible'): void => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  };

  beforeEach(() => {
    vi.useFakeTimers();
    log.length = 0;
    stop = watchHidden(
      () => log.push('suspend'),
      () => log.push('resume'),
    );
  });
  afterEach(() => {
    stop();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('lets go of its pages after a minute and paints them when it is seen again', () => {
    turn('hidden');
    vi.advanceTimersByTime(SUSPEND_AFTER_MS);
    expect(log).toEqual(['suspend']);
    turn('visible');
    expect(log).toEqual(['suspend', 'resume']);
  });

  it('keeps them when it is back before that', () => {
    turn('hidden');
    vi.advanceTimersByTime(SUSPEND_AFTER_MS - 1);
    turn('visible');
    vi.advanceTimersByTime(10 * SUSPEND_AFTER_MS);
    expect(log).toEqual([]);
  });

  it('does nothing any more once its paper is closed', () => {
    turn('hidden');
    stop();
    vi.advanceTimersByTime(SUSPEND_AFTER_MS);
    expect(log).toEqual([]);
  });
});
