import type { Result } from '@shared/contract/errors';
import { routes, type RouteName } from '@shared/contract/routes';
import type { VenueId } from '@shared/model/ids';
import { toReport } from './services/error-report';
import { isDiskFailure } from './store/disk-failures';
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
    const parsed = parseInput(route, input);
    if (!parsed.success) {
      const detail = `${route}: ${parsed.problem}`;
      return {
        ok: false,
        error: { code: 'REQUEST_MALFORMED', message: 'Referee cannot read this request.', detail },
      };
    }
    try {
      return { ok: true, value: await call(handlers, route, deps, parsed.data) };
    } catch (error) {
      if (isDiskFailure(error)) deps.services.stores.suspect(venueOf(parsed.data));
      const report = toReport(error);
      if (report.code === 'INTERNAL')
        onFailure(route, error instanceof Error ? (error.stack ?? error.message) : String(error));
      return { ok: false, error: report };
    }
  };
}

/** The venue that a parsed input is about; null when it is about none, or all. */
function venueOf(input: unknown): VenueId | null {
  const venue = (input as { readonly venue?: unknown } | null)?.venue;
  return typeof venue === 'string' ? (venue as VenueId) : null;
}

type ParsedRequest =
  { readonly success: true; readonly data: unknown } | { readonly success: false; readonly problem: string };

/** A parser of nested values runs out of stack on what is nested deep enough: that is malformed too. */
function parseInput(route: RouteName, input: unknown): ParsedRequest {
  try {
    const parsed = routes[route].input.safeParse(input);
    if (parsed.success) return { success: true, data: parsed.data };
    const issue = parsed.error.issues[0];
    return { success: false, problem: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}` };
  } catch (error) {
    return { success: false, problem: String(error) };
  }
}

function isRoute(name: unknown): name is RouteName {
  return typeof name === 'string' && Object.hasOwn(routes, name);
}

/** The input was parsed by this very route's schema, which the compiler cannot follow through the name. */
function call(all: Handlers, route: RouteName, deps: HandlerDeps, input: unknown): unknown {
  const handler = all[route] as (deps: HandlerDeps, input: unknown) => unknown;
  return handler(deps, input);
}
