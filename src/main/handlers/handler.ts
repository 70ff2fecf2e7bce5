import type { ParsedInput, RouteName, RouteOutput } from '@shared/contract/routes';
import type { HandlerDeps } from './deps';

/** What answers a route. */
export type Handler<Name extends RouteName> = (
  deps: HandlerDeps,
  input: ParsedInput<Name>,
) => RouteOutput<Name> | Promise<RouteOutput<Name>>;

/** A handler for every route: one that is missing does not compile. */
export type Handlers = { readonly [Name in RouteName]: Handler<Name> };
