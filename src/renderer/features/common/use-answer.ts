import { useEffect, useState } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import type { RouteInput, RouteName, RouteOutput } from '@shared/contract/routes';

/** What a request about a file answered, as the file is when it is asked: nothing of it is kept for the next time. */
export interface Answered<Name extends RouteName> {
  readonly data: RouteOutput<Name> | undefined;
  readonly error: RequestError | null;
  /** Asks once more. */
  readonly again: () => void;
}

/** Asks once when a component appears, and again when its input changes. The input must be plain data; null asks nothing. */
export function useAnswer<Name extends RouteName>(
  name: Name,
  input: RouteInput<Name> | null,
): Answered<Name> {
  const [found, setFound] = useState<{ data?: RouteOutput<Name>; error: RequestError | null }>({
    error: null,
  });
  const [round, setRound] = useState(0);
  const asked = JSON.stringify(input);
  useEffect(() => {
    let isCurrent = true;
    setFound({ error: null });
    if (asked === 'null') return;
    request(name, JSON.parse(asked) as RouteInput<Name>)
      .then((data) => {
        if (isCurrent) setFound({ data, error: null });
      })
      .catch((thrown: unknown) => {
        if (isCurrent) setFound({ error: toRequestError(thrown) });
      });
    return () => {
      isCurrent = false;
    };
  }, [name, asked, round]);
  return { data: found.data, error: found.error, again: () => setRound((count) => count + 1) };
}
