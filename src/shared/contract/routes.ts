import type { z } from 'zod';
import { annotationRoutes } from './annotation';
import { appRoutes } from './app';
import { assignmentRoutes } from './assignment';
import { backupRoutes } from './backup';
import { bundleRoutes } from './bundle';
import { bundleToolRoutes } from './bundle-tools';
import { chartRoutes } from './chart';
import { consolidationRoutes } from './consolidation';
import { decisionRoutes } from './decision';
import type { Route } from './define';
import { fieldHistoryRoutes } from './field-history';
import { fileRoutes } from './file';
import { importLogRoutes } from './import-log';
import { helpRoutes } from './help';
import { jobRoutes } from './job';
import { keyRoutes } from './key';
import { libraryRoutes } from './library';
import { offlineFormRoutes } from './offline-form';
import { organizerRoutes } from './organizer';
import { owedRoutes } from './owed';
import { paperActRoutes } from './paper-acts';
import { readerWindowRoutes } from './reader-window';
import { ownScoreRoutes } from './own-scores';
import { planRoutes } from './plan';
import { receiptRoutes } from './receipt';
import { reviewRoutes } from './review';
import { reviewCopyRoutes } from './review-copy';
import { reviewCheckRoutes } from './review-checks';
import { searchRoutes } from './search';
import { snippetRoutes } from './snippet';
import { tableViewRoutes } from './table-view';
import { watchRoutes } from './watch';
import { trustRoutes } from './trust';

/** Every request that the window or the command line can make, by name. */
export const routes = {
  ...appRoutes,
  ...fileRoutes,
  ...jobRoutes,
  ...libraryRoutes,
  ...reviewRoutes,
  ...offlineFormRoutes,
  ...reviewCopyRoutes,
  ...receiptRoutes,
  ...reviewCheckRoutes,
  ...fieldHistoryRoutes,
  ...ownScoreRoutes,
  ...paperActRoutes,
  ...planRoutes,
  ...helpRoutes,
  ...annotationRoutes,
  ...bundleRoutes,
  ...bundleToolRoutes,
  ...watchRoutes,
  ...consolidationRoutes,
  ...organizerRoutes,
  ...assignmentRoutes,
  ...decisionRoutes,
  ...trustRoutes,
  ...keyRoutes,
  ...backupRoutes,
  ...searchRoutes,
  ...snippetRoutes,
  ...tableViewRoutes,
  ...owedRoutes,
  ...importLogRoutes,
  ...chartRoutes,
  ...readerWindowRoutes,
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
