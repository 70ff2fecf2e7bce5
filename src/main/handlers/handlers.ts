import { annotationHandlers } from './annotation';
import { appHandlers } from './app';
import { backupHandlers } from './backup';
import { bundleHandlers } from './bundle';
import { bundleToolHandlers } from './bundle-tools';
import { consolidationHandlers } from './consolidation';
import { decisionHandlers } from './decision';
import type { Handlers } from './handler';
import { keyHandlers } from './key';
import { libraryHandlers } from './library';
import { organizerHandlers } from './organizer';
import { reviewHandlers } from './review';
import { searchHandlers } from './search';
import { trustHandlers } from './trust';
import { watchHandlers } from './watch';

/** All that can be asked. */
export const handlers: Handlers = {
  ...appHandlers,
  ...libraryHandlers,
  ...reviewHandlers,
  ...annotationHandlers,
  ...bundleHandlers,
  ...bundleToolHandlers,
  ...watchHandlers,
  ...consolidationHandlers,
  ...organizerHandlers,
  ...decisionHandlers,
  ...trustHandlers,
  ...keyHandlers,
  ...backupHandlers,
  ...searchHandlers,
};
