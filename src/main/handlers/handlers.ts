import { annotationHandlers } from './annotation';
import { appHandlers } from './app';
import { assignmentHandlers } from './assignment';
import { backupHandlers } from './backup';
import { bundleHandlers } from './bundle';
import { bundleToolHandlers } from './bundle-tools';
import { chartHandlers } from './chart';
import { consolidationHandlers } from './consolidation';
import { decisionHandlers } from './decision';
import { fieldHistoryHandlers } from './field-history';
import type { Handlers } from './handler';
import { importLogHandlers } from './import-log';
import { helpHandlers } from './help';
import { keyHandlers } from './key';
import { libraryHandlers } from './library';
import { offlineFormHandlers } from './offline-form';
import { organizerHandlers } from './organizer';
import { owedHandlers } from './owed';
import { paperActHandlers } from './paper-acts';
import { readerWindowHandlers } from './reader-window';
import { ownScoreHandlers } from './own-scores';
import { planHandlers } from './plan';
import { receiptHandlers } from './receipt';
import { reviewCopyHandlers } from './review-copy';
import { reviewHandlers } from './review';
import { reviewCheckHandlers } from './review-checks';
import { searchHandlers } from './search';
import { snippetHandlers } from './snippet';
import { tableViewHandlers } from './table-view';
import { trustHandlers } from './trust';
import { watchHandlers } from './watch';

/** All that can be asked. */
export const handlers: Handlers = {
  ...appHandlers,
  ...libraryHandlers,
  ...reviewHandlers,
  ...reviewCheckHandlers,
  ...fieldHistoryHandlers,
  ...ownScoreHandlers,
  ...paperActHandlers,
  ...planHandlers,
  ...helpHandlers,
  ...annotationHandlers,
  ...bundleHandlers,
  ...bundleToolHandlers,
  ...watchHandlers,
  ...consolidationHandlers,
  ...organizerHandlers,
  ...assignmentHandlers,
  ...decisionHandlers,
  ...trustHandlers,
  ...keyHandlers,
  ...backupHandlers,
  ...searchHandlers,
  ...offlineFormHandlers,
  ...reviewCopyHandlers,
  ...receiptHandlers,
  ...snippetHandlers,
  ...tableViewHandlers,
  ...owedHandlers,
  ...importLogHandlers,
  ...chartHandlers,
  ...readerWindowHandlers,
};
