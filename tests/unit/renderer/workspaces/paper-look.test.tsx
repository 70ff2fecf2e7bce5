import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useQuery } from '@renderer/bridge/queries';
import { usePaperLook } from '@renderer/workspaces/use-paper-look';
import type { PaperView } from '@shared/contract/library';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { installFakeBridge } from '../../../support/fake-bridge';

afterEach(cleanup);

const venue = 'sim2science-2026' as VenueId;
const paper = 7 as PaperNumber;

it('finds a paper as it was left when coming back to it, though no event told of it', async () => {
  installFakeBridge({ 'paper.get': () => ({ view: null }) as PaperView, 'paper.rememberView': () => null });
  const query = renderHook(() => useQuery('paper.get', { venue, paper }));
  await waitFor(() => expect(query.result.current.data).toBeDefined());

  const first = renderHook(() => usePaperLook(venue, paper, query.result.current.data?.view));
  act(() => first.result.current.keepPlace({ page: 4 }));
  act(() => first.result.current.change({ mode: 'page' }));
  first.unmount();

  const again = renderHook(() => usePaperLook(venue, paper, query.result.current.data?.view));
  expect(again.result.current.look).toEqual({ place: { page: 4 }, mode: 'page', layout: null });
});
