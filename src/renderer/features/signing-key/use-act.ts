import { useState } from 'react';
import { toRequestError, type RequestError } from '@renderer/bridge/client';

/** One act of a sheet: whether it is under way, and why it was refused. */
export interface Act {
  readonly isPending: boolean;
  readonly error: RequestError | null;
  /** Does it; a refusal is kept in `error` until the next time. Does nothing while one is under way. */
  readonly run: (act: () => Promise<void>) => void;
  readonly clear: () => void;
}

/** The state of a sheet's act. */
export function useAct(): Act {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<RequestError | null>(null);
  const run = (act: () => Promise<void>): void => {
    if (isPending) return;
    setPending(true);
    setError(null);
    act()
      .catch((thrown: unknown) => setError(toRequestError(thrown)))
      .finally(() => setPending(false));
  };
  return { isPending, error, run, clear: () => setError(null) };
}
