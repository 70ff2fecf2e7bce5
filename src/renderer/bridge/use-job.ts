import { useCallback, useEffect, useRef, useState } from 'react';
import type { RouteInput } from '@shared/contract/routes';
import { toRequestError, type RequestError } from './client';
import { runJob, type JobProgress, type JobResult, type JobRoute } from './jobs';

/** Where a job of a component is. */
export type JobView<Result> =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress: JobProgress; readonly isStopping: boolean }
  | { readonly status: 'done'; readonly result: Result }
  /** Refused, failed, or stopped (code CANCELLED). */
  | { readonly status: 'failed'; readonly error: RequestError };

/** A job that a component starts, follows and may stop. */
export interface UseJob<Name extends JobRoute> {
  readonly view: JobView<JobResult<Name>>;
  /** Starts it and answers its result; null when it failed, which `view` then tells. */
  readonly start: (input: RouteInput<Name>) => Promise<JobResult<Name> | null>;
  /** Asks it to stop. It ends as `failed` with CANCELLED. */
  readonly cancel: () => void;
  /** Back to `idle`. */
  readonly reset: () => void;
}

/**
 * Follows one job at a time from a component. When the component goes away the job is asked to stop unless
 * `keepsRunning`.
 */
export function useJob<Name extends JobRoute>(name: Name, keepsRunning = false): UseJob<Name> {
  const [view, setView] = useState<JobView<JobResult<Name>>>({ status: 'idle' });
  const controller = useRef<AbortController | null>(null);

  const start = useCallback(
    async (input: RouteInput<Name>) => {
      const mine = new AbortController();
      controller.current = mine;
      const show = (next: JobView<JobResult<Name>>): void => {
        if (controller.current === mine) setView(next);
      };
      const showProgress = (progress: JobProgress): void => {
        show({ status: 'running', progress, isStopping: mine.signal.aborted });
      };
      showProgress({ activity: '', done: 0, total: 0 });
      try {
        const result = await runJob(name, input, { onProgress: showProgress, signal: mine.signal });
        show({ status: 'done', result });
        return result;
      } catch (thrown) {
        show({ status: 'failed', error: toRequestError(thrown) });
        return null;
      }
    },
    [name],
  );

  const cancel = useCallback(() => {
    controller.current?.abort();
    setView((now) => (now.status === 'running' ? { ...now, isStopping: true } : now));
  }, []);

  const reset = useCallback(() => {
    controller.current = null;
    setView({ status: 'idle' });
  }, []);

  useEffect(
    () => () => {
      if (!keepsRunning) controller.current?.abort();
      controller.current = null;
    },
    [keepsRunning],
  );

  return { view, start, cancel, reset };
}
