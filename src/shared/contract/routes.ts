import type { z } from 'zod';
import { annotationRoutes } from './annotation';
import { appRoutes } from './app';
import { backupRoutes } from './backup';
import { bundleRoutes } from './bundle';
import { bundleToolRoutes } from './bundle-tools';
import { consolidationRoutes } from './consolidation';
import { decisionRoutes } from './decision';
import type { Route } from './define';
import { fileRoutes } from './file';
import { jobRoutes } from './job';
import { keyRoutes } from './key';
import { libraryRoutes } from './library';
import { organizerRoutes } from './organizer';
import { reviewRoutes } from './review';
import { searchRoutes } from './search';
import { watchRoutes } from './watch';
import { trustRoutes } from './trust';

/** Every request that the window or the command line can make, by name. */
export const routes = {
  ...appRoutes,
  ...fileRoutes,
  ...jobRoutes,
  ...libraryRoutes,
  ...reviewRoutes,
  ...annotationRoutes,
  ...bundleRoutes,
  ...bundleToolRoutes,
  ...watchRoutes,
  ...consolidationRoutes,
  ...organizerRoutes,
  ...decisionRoutes,
  ...trustRoutes,
  ...keyRoutes,
  ...backupRoutes,
  ...searchRoutes,
};
export type Routes = typeof routes;
export type RouteName = keyof Routes;

/** What a caller gives: before parsing. */
export type RouteInput<Name extends RouteName> = z.input<Routes[Name]['input']>;
/** What a handler is given: after parsing. */
export type ParsedInput<Name extends RouteName> = z.output<Routes[Name]['input']>;
/** What a route answers. */
export type RouteOutput<Name extends RouteName> =
  Routes[Name] extends Route<z.ZodType, infer Output> ? Output : never;
