import type { ParsedInput, RouteName, RouteOutput } from '@shared/contract/routes';
import { appHandlers } from './app';
import { bundleHandlers } from './bundle';
import { consolidationHandlers } from './consolidation';
import type { HandlerDeps } from './deps';
import { libraryHandlers } from './library';
import { organizerHandlers } from './organizer';
import { reviewHandlers } from './review';

/** What answers a route. */
export type Handler<Name extends RouteName> = (
  deps: HandlerDeps,
  input: ParsedInput<Name>,
) => RouteOutput<Name> | Promise<RouteOutput<Name>>;

/** A handler for every route: one that is missing does not compile. */
export type Handlers = { readonly [Name in RouteName]: Handler<Name> };

/** All that can be asked. */
export const handlers: Handlers = {
  ...appHandlers,
  ...libraryHandlers,
  ...reviewHandlers,
  ...bundleHandlers,
  ...consolidationHandlers,
  ...organizerHandlers,
};
