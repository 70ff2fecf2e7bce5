import { appHandlers } from './app';
import { bundleHandlers } from './bundle';
import { consolidationHandlers } from './consolidation';
import { decisionHandlers } from './decision';
import type { Handlers } from './handler';
import { keyHandlers } from './key';
import { libraryHandlers } from './library';
import { organizerHandlers } from './organizer';
import { reviewHandlers } from './review';
import { trustHandlers } from './trust';

/** All that can be asked. */
export const handlers: Handlers = {
  ...appHandlers,
  ...libraryHandlers,
  ...reviewHandlers,
  ...bundleHandlers,
  ...consolidationHandlers,
  ...organizerHandlers,
  ...decisionHandlers,
  ...trustHandlers,
  ...keyHandlers,
};
