import { useCallback, useSyncExternalStore } from 'react';
import type { RouteInput, RouteName, RouteOutput } from '@shared/contract/routes';
import { queryKey, readQuery, refetchQuery, watchQuery, type QuerySnapshot } from './query-cache';

/** A query as a component sees it. */
export interface Query<T> extends QuerySnapshot<T> {
  /** Asks again, now. */
  readonly refetch: () => void;
}

const idle: QuerySnapshot<never> = { data: undefined, error: null, isLoading: false };
const noWatch = (): void => undefined;

/**
 * What main answers to a request, kept up to date by change events and shared by all who ask the same. Null as input
 * asks nothing.
 *
 * @example const { data, error, isLoading, refetch } = useQuery('library.get', { venue });
 */
export function useQuery<Name extends RouteName>(
  name: Name,
  input: RouteInput<Name> | null,
): Query<RouteOutput<Name>> {
  const key = input === null ? null : queryKey(name, input);
  // The key stands for the input: callers write it as a literal, a new object at each render.
  const watch = useCallback(
    (onChange: () => void) => (key === null ? noWatch : watchQuery(name, inputOf(key, name), onChange)),
    [name, key],
  );
  const read = useCallback(() => (key === null ? idle : readQuery(key)), [key]);
  const snapshot = useSyncExternalStore(watch, read) as QuerySnapshot<RouteOutput<Name>>;
  const refetch = useCallback(() => {
    if (key !== null) void refetchQuery(name, inputOf(key, name));
  }, [name, key]);
  return { ...snapshot, refetch };
}

function inputOf(key: string, name: RouteName): unknown {
  return JSON.parse(key.slice(name.length + 1));
}
