import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { nowMs, setClock, useNow } from '@renderer/bridge/clock';
import type { Instant } from '@shared/model/time';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it("follows main's clock, whatever this computer's says, and ticks on the minute", () => {
  vi.useFakeTimers({ now: Date.parse('2031-01-01T00:00:30Z') });
  setClock('2026-05-10T09:00:50.000Z' as Instant);
  expect(new Date(nowMs()).toISOString()).toBe('2026-05-10T09:00:50.000Z');
  const { result } = renderHook(() => useNow());
  expect(new Date(result.current).toISOString()).toBe('2026-05-10T09:00:00.000Z');
  act(() => {
    vi.advanceTimersByTime(10_100);
  });
  expect(new Date(result.current).toISOString()).toBe('2026-05-10T09:01:00.000Z');
});
