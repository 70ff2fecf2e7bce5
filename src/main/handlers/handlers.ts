import { appHandlers } from './app';
import { bundleHandlers } from './bundle';
import { consolidationHandlers } from './consolidation';
import type { Handlers } from './handler';
import { libraryHandlers } from './library';
import { organizerHandlers } from './organizer';
import { reviewHandlers } from './review';

/** All that can be asked. */
export const handlers: Handlers = {
  ...appHandlers,
  ...libraryHandlers,
  ...reviewHandlers,
  ...bundleHandlers,
  ...consolidationHandlers,
  ...organizerHandlers,
};
