import type { Bridge } from '@shared/contract/bridge';
import { AppError, type ErrorReport } from '@shared/contract/errors';
import type { ChosenFile } from '@shared/contract/file';
import type { JobResults, JobState } from '@shared/contract/job';
import type { ParsedInput, RouteName, RouteOutput } from '@shared/contract/routes';
import { routes } from '@shared/contract/routes';
import type { ChangeEvent } from '@shared/contract/topics';

/** How a fake main answers, by route. Throwing an `AppError` refuses. */
export type FakeHandlers = {
  readonly [Name in RouteName]?: (input: ParsedInput<Name>) => RouteOutput<Name> | Promise<RouteOutput<Name>>;
};

/** A main process that is not there: answers what a test says, and parses every input as the real one does. */
export interface FakeBridge {
  /** Every request so far, oldest first. */
  readonly requests: readonly { readonly name: RouteName; readonly input: unknown }[];
  /** Sends a change event to the window. */
  emit(event: ChangeEvent): void;
  /** Sends a job's state and remembers it for `job.get`. */
  emitJob<Kind extends keyof JobResults>(
    state: Partial<JobState<Kind>> & { id: JobState['id']; kind: Kind },
  ): void;
  /** Changes how a route answers from now on. */
  handle(handlers: FakeHandlers): void;
  /** How many listeners there are. */
  listenerCount(): number;
}

/** Puts a fake main process behind `window.referee`. */
export function installFakeBridge(handlers: FakeHandlers = {}): FakeBridge {
  const requests: { name: RouteName; input: unknown }[] = [];
  const listeners = new Set<(event: ChangeEvent) => void>();
  const jobs = new Map<string, JobState>();
  let current: FakeHandlers = { ...handlers };

  const refuse = (error: ErrorReport) => ({ ok: false as const, error });
  const bridge: Bridge = {
    async request(name, input) {
      const route = routes[name as RouteName];
      if (route === undefined)
        return refuse({ code: 'REQUEST_UNKNOWN', message: `No ${name}.`, detail: null });
      const parsed = route.input.safeParse(input);
      if (!parsed.success) {
        return refuse({
          code: 'REQUEST_MALFORMED',
          message: `Malformed ${name}.`,
          detail: parsed.error.message,
        });
      }
      requests.push({ name: name as RouteName, input: parsed.data });
      if (name === 'job.get' && current['job.get'] === undefined) {
        return { ok: true, value: jobs.get((parsed.data as { job: string }).job) };
      }
      const handler = current[name as RouteName] as ((input: unknown) => unknown) | undefined;
      if (handler === undefined)
        return refuse({ code: 'INTERNAL', message: `The fake has no ${name}.`, detail: null });
      try {
        return { ok: true, value: await handler(parsed.data) };
      } catch (thrown) {
        if (!(thrown instanceof AppError)) throw thrown;
        return refuse({ code: thrown.code, message: thrown.message, detail: thrown.detail });
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async offerFiles(files) {
      const offered = files as readonly { readonly name: string }[];
      return offered.map((file, index): ChosenFile => ({
        token: `f-${index + 1}` as ChosenFile['token'],
        name: file.name,
      }));
    },
  };
  Object.defineProperty(window, 'referee', { value: bridge, configurable: true, writable: true });

  const emit = (event: ChangeEvent): void => {
    // A copy: a listener may go away, or come, while it hears.
    for (const listener of Array.from(listeners)) listener(event);
  };
  return {
    requests,
    emit,
    emitJob(state) {
      const running = {
        status: 'running',
        activity: '',
        done: 0,
        total: 0,
        result: null,
        error: null,
      } as const;
      const full = { ...running, ...state } as JobState;
      jobs.set(full.id, full);
      emit({ topic: 'job.changed', payload: full });
    },
    handle(more) {
      current = { ...current, ...more };
    },
    listenerCount: () => listeners.size,
  };
}
