import type { Migration } from '../migration';
import { initial } from './0010-initial';
import { papersByPdf } from './0020-papers-by-pdf';
import { consolidation } from './0030-consolidation';
import { revisionsInOrder } from './0040-revisions-in-order';
import { annotations } from './0050-annotations';
import { dismissedFindings } from './0063-dismissed-findings';
import { answerVersions } from './0064-answer-versions';
import { responses } from './0067-responses';
import { timeSpent } from './0068-time-spent';
import { helpers } from './0069-helpers';
import { draftCredits } from './0070-draft-credits';
import { offlineForms } from './0071-offline-forms';
import { desk } from './0080-desk';
import { assignmentRuns } from './0085-assignment-runs';

/** All migrations, oldest first. A merged one is never edited: a test holds its hash. */
export const migrations: readonly Migration[] = [
  initial,
  papersByPdf,
  consolidation,
  revisionsInOrder,
  annotations,
  dismissedFindings,
  answerVersions,
  responses,
  timeSpent,
  helpers,
  draftCredits,
  offlineForms,
  desk,
  assignmentRuns,
];
