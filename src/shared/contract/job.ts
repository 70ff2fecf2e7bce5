import { z } from 'zod';
import { jobIdSchema, type JobId } from '../model/ids';
import type { AssignmentRun, FairnessCurve, ReplacementOption, ReviewersImported } from './assignment';
import type { Backup, RestoreReport, StoreCheck } from './backup';
import type { ErrorReport } from './errors';
import type { BundlePreview, ExportReceipt, ImportReport, JudgementReceipt } from './bundle';
import type { AssignmentExportReport, VenueCreated } from './organizer';
import type { ReceiptWritten } from './receipt';
import type { CopiesWritten } from './review-copy';
import type { FormStarted } from './offline-form';
import type { BundleReading } from './bundle-contents';
import type { BundleDifference } from './bundle-difference';
import type { ConvertReport, ExtractReport, RecodeReport } from './bundle-tools';
import type { IndexReport } from './search';
import type { FolderExport, TakenFile } from './watch';
import { route } from './define';

/** What a finished job answers, by kind of job. */
export interface JobResults {
  readonly 'inspect-bundle': BundlePreview;
  readonly 'read-bundle': BundleReading;
  readonly 'diff-bundles': BundleDifference;
  readonly 'extract-bundle': ExtractReport;
  readonly 'convert-bundle': ConvertReport;
  readonly 'recode-bundle': RecodeReport;
  readonly 'take-file': TakenFile;
  readonly 'export-to-folder': FolderExport;
  readonly 'import-bundles': ImportReport;
  readonly 'export-reviews': ExportReceipt;
  readonly 'hand-over': JudgementReceipt;
  readonly 'export-consolidation': JudgementReceipt;
  readonly 'export-decisions': JudgementReceipt;
  readonly 'create-venue': VenueCreated;
  readonly 'start-from-form': FormStarted;
  readonly 'write-copies': CopiesWritten;
  readonly 'make-receipt': ReceiptWritten;
  readonly 'export-assignments': AssignmentExportReport;
  readonly 'open-sample': ImportReport;
  readonly 'build-sample': AssignmentExportReport;
  readonly 'make-backup': Backup;
  readonly 'index-papers': IndexReport;
  readonly 'check-store': StoreCheck;
  readonly 'restore-backup': RestoreReport;
  readonly 'import-reviewers': ReviewersImported;
  readonly 'assign-reviewers': AssignmentRun;
  readonly 'trace-fairness': FairnessCurve;
  readonly 'repair-assignment': AssignmentRun;
  readonly 'list-replacements': readonly ReplacementOption[];
  readonly 'change-assignment': AssignmentRun;
}
export type JobKind = keyof JobResults;

/** A long action: what it does now, how far it is, how it ended. */
export interface JobState<Kind extends JobKind = JobKind> {
  readonly id: JobId;
  readonly kind: Kind;
  readonly status: 'running' | 'done' | 'failed' | 'cancelled';
  /** What it is doing, for a person: `Checking ada.referee`. */
  readonly activity: string;
  /** Steps done and in all; `total` is 0 while it is not known. */
  readonly done: number;
  readonly total: number;
  readonly result: JobResults[Kind] | null;
  readonly error: ErrorReport | null;
}

export const jobRoutes = {
  'job.get': route<JobState>()(z.strictObject({ job: jobIdSchema })),
  /** Asks a job to stop. It ends as `cancelled`, and what it had not finished is undone. */
  'job.cancel': route<null>()(z.strictObject({ job: jobIdSchema })),
};
