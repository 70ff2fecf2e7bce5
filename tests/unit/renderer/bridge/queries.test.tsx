// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useQuery } from '@renderer/bridge/queries';
import { AppError } from '@shared/contract/errors';
import type { VenueSummary } from '@shared/contract/library';
import type { VenueId } from '@shared/model/ids';
import { installFakeBridge } from '../../../support/fake-bridge';

afterEach(cleanup);

const venue = 'sim2science-2026' as VenueId;
function summary(paperCount: number): VenueSummary {
  return {
    venue,
    shortName: 'Sim2Science 2026',
    name: 'Sim2Science',
    roles: ['reviewer'],
    paperCount,
    isSample: false,
    problem: null,
  };
}

test('asks once for two watchers of the same query', async () => {
  const bridge = installFakeBridge({ 'library.list': () => [summary(4)] });
  const first = renderHook(() => useQuery('library.list', {}));
  const second = renderHook(() => useQuery('library.list', {}));
  expect(first.result.current.isLoading).toBe(true);
  await waitFor(() => expect(second.result.current.data).toEqual([summary(4)]));
  expect(first.result.current.data).toBe(second.result.current.data);
  expect(bridge.requests).toHaveLength(1);
});

test('keeps what it shows while it asks again after an event', async () => {
  let count = 4;
  let release = (): void => undefined;
  const bridge = installFakeBridge({ 'library.list': () => [summary(count)] });
  const { result } = renderHook(() => useQuery('library.list', {}));
  await waitFor(() => expect(result.current.data).toBeDefined());

  count = 5;
  bridge.handle({
    'library.list': async () => {
      await new Promise<void>((resolve) => (release = resolve));
      return [summary(5)];
    },
  });
  act(() => bridge.emit({ topic: 'library.changed', payload: {} }));
  expect(result.current).toMatchObject({ data: [summary(4)], isLoading: false });
  await act(async () => release());
  await waitFor(() => expect(result.current.data).toEqual([summary(5)]));
});

test('asks once more when something changed while an answer was on its way', async () => {
  const bridge = installFakeBridge({ 'library.list': () => [summary(bridge.requests.length)] });
  const { result } = renderHook(() => useQuery('library.list', {}));
  act(() => {
    bridge.emit({ topic: 'library.changed', payload: {} });
    bridge.emit({ topic: 'library.changed', payload: {} });
  });
  await waitFor(() => expect(result.current.data).toEqual([summary(2)]));
  expect(bridge.requests).toHaveLength(2);
});

test('gathers a burst of keystrokes into one new request, of this venue only', async () => {
  const bridge = installFakeBridge({
    'bundle.listHeld': () => [],
    'bundle.previewExport': () => ({}) as never,
  });
  const { result } = renderHook(() => useQuery('bundle.previewExport', { venue }));
  await waitFor(() => expect(result.current.data).toBeDefined());
  vi.useFakeTimers();
  for (let paper = 1; paper <= 20; paper += 1) {
    bridge.emit({ topic: 'review.changed', payload: { venue, paper: 7 as never } });
    bridge.emit({ topic: 'review.changed', payload: { venue: 'other' as VenueId, paper: 7 as never } });
  }
  await act(() => vi.advanceTimersByTimeAsync(1000));
  vi.useRealTimers();
  expect(bridge.requests).toHaveLength(2);
});

test('asks again once a burst has ended, and every two seconds of one that goes on', async () => {
  const bridge = installFakeBridge({ 'bundle.previewExport': () => ({}) as never });
  const { result } = renderHook(() => useQuery('bundle.previewExport', { venue }));
  await waitFor(() => expect(result.current.data).toBeDefined());
  vi.useFakeTimers();
  const typeFor = (spanMs: number): Promise<void> =>
    act(async () => {
      for (let at = 0; at < spanMs; at += 100) {
        bridge.emit({ topic: 'review.changed', payload: { venue, paper: 7 as never } });
        await vi.advanceTimersByTimeAsync(100);
      }
    });
  await typeFor(1900);
  expect(bridge.requests).toHaveLength(1);
  await typeFor(400);
  expect(bridge.requests).toHaveLength(2);
  await act(() => vi.advanceTimersByTimeAsync(300));
  vi.useRealTimers();
  expect(bridge.requests).toHaveLength(3);
});

test('shows a refusal, keeps old data beside it, and recovers when asked again', async () => {
  const bridge = installFakeBridge({
    'library.list': () => {
      throw new AppError('STORE_BUSY', 'Another Referee holds this store.');
    },
  });
  const { result } = renderHook(() => useQuery('library.list', {}));
  await waitFor(() => expect(result.current.error?.message).toBe('Another Referee holds this store.'));
  expect(result.current.isLoading).toBe(false);

  bridge.handle({ 'library.list': () => [summary(1)] });
  act(() => result.current.refetch());
  await waitFor(() => expect(result.current).toMatchObject({ data: [summary(1)], error: null }));
});

test('trusts nothing that it kept while nobody was listening', async () => {
  const bridge = installFakeBridge({ 'library.list': () => [summary(bridge.requests.length)] });
  const first = renderHook(() => useQuery('library.list', {}));
  await waitFor(() => expect(first.result.current.data).toEqual([summary(1)]));
  first.unmount();
  expect(bridge.listenerCount()).toBe(0);
  const second = renderHook(() => useQuery('library.list', {}));
  await waitFor(() => expect(second.result.current.data).toEqual([summary(2)]));
});

test('a null input asks nothing', () => {
  const bridge = installFakeBridge();
  const { result } = renderHook(() => useQuery('library.get', null));
  expect(result.current).toMatchObject({ data: undefined, error: null, isLoading: false });
  expect(bridge.requests).toHaveLength(0);
});
