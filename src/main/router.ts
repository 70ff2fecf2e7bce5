import type { Result } from '@shared/contract/errors';
import { routes, type RouteName } from '@shared/contract/routes';
import { toReport } from './services/error-report';
import type { HandlerDeps } from './handlers/deps';
import type { Handlers } from './handlers/handler';
import { handlers } from './handlers/handlers';

/** Answers a request by name. Never rejects. */
export type Router = (route: string, input: unknown) => Promise<Result<unknown>>;

/**
 * The one way into the application, for the window and the command line alike: finds the route, parses the input (who
 * asks is not trusted), runs its handler. `onFailure` hears of failures that are not refusals.
 */
export function createRouter(deps: HandlerDeps, onFailure: (route: string, detail: string) => void): Router {
  return async (route, input) => {
    if (!isRoute(route)) {
      return {
        ok: false,
        error: { code: 'REQUEST_UNKNOWN', message: 'Referee does not know this request.', detail: null },
      };
    }
    const parsed = routes[route].input.safeParse(input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const detail = `${route}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`;
      return {
        ok: false,
        error: { code: 'REQUEST_MALFORMED', message: 'Referee cannot read this request.', detail },
      };
    }
    try {
      return { ok: true, value: await call(handlers, route, deps, parsed.data) };
    } catch (error) {
      const report = toReport(error);
      if (report.code === 'INTERNAL')
        onFailure(route, error instanceof Error ? (error.stack ?? error.message) : String(error));
      return { ok: false, error: report };
    }
  };
}

function isRoute(name: string): name is RouteName {
  return Object.hasOwn(routes, name);
}

/** The input was parsed by this very route's schema, which the compiler cannot follow through the name. */
function call(all: Handlers, route: RouteName, deps: HandlerDeps, input: unknown): unknown {
  const handler = all[route] as (deps: HandlerDeps, input: unknown) => unknown;
  return handler(deps, input);
}
