// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { useAtRest } from '@renderer/features/common/use-at-rest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function watch(first: string) {
  const store = createStore(() => first);
  const read = store.getState;
  let renderCount = 0;
  const hook = renderHook(() => {
    renderCount += 1;
    return useAtRest(store.subscribe, read, 150);
  });
  const set = (value: string): void => act(() => store.setState(value, true));
  return { hook, set, renderCount: () => renderCount };
}

it('renders once for a run of changes, when nothing changed for a while', () => {
  const { hook, set, renderCount } = watch('a');
  const before = renderCount();
  for (const text of ['ab', 'abc', 'abcd']) {
    set(text);
    act(() => void vi.advanceTimersByTime(100));
  }
  expect(renderCount()).toBe(before);
  expect(hook.result.current).toBe('a');
  act(() => void vi.advanceTimersByTime(150));
  expect(hook.result.current).toBe('abcd');
  expect(renderCount()).toBe(before + 1);
});

it('tells at once what something else says that it is given', () => {
  const one = createStore(() => 'one');
  const other = createStore(() => 'other');
  const { result, rerender } = renderHook(({ store }) => useAtRest(store.subscribe, store.getState, 150), {
    initialProps: { store: one },
  });
  rerender({ store: other });
  expect(result.current).toBe('other');
  act(() => other.setState('changed', true));
  act(() => void vi.advanceTimersByTime(150));
  expect(result.current).toBe('changed');
});
