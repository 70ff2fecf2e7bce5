import { z } from 'zod';
import {
  fileTokenSchema,
  venueIdSchema,
  type FileToken,
  type JobId,
  type PaperNumber,
  type VenueId,
} from '../model/ids';
import { route } from './define';

/** A venue that was set up from an organizer's files. */
export interface VenueCreated {
  readonly venue: VenueId;
  readonly shortName: string;
  readonly paperCount: number;
  readonly reviewerCount: number;
  readonly chairCount: number;
  readonly assignmentCount: number;
}

/** Assignment bundles that were written, one a person. */
export interface AssignmentExportReport {
  readonly folder: { readonly token: FileToken; readonly name: string };
  readonly bundles: readonly {
    readonly fileName: string;
    readonly person: string;
    readonly role: 'reviewer' | 'chair';
    readonly papers: readonly PaperNumber[];
    readonly sizeBytes: number;
  }[];
}

export const organizerRoutes = {
  /**
   * Sets a venue up: a venue file (null: the Sim2Science venue that ships with Referee), a CSV of papers with a folder
   * of their PDFs, and a CSV of assignments. All or nothing: every problem of every file is named. Job: `create-venue`.
   */
  'venue.create': route<JobId>()(
    z.strictObject({
      venueFile: fileTokenSchema.nullable(),
      papersTable: fileTokenSchema,
      pdfFolder: fileTokenSchema,
      /** Null: papers are assigned later. */
      assignmentsTable: fileTokenSchema.nullable(),
      organizer: z.strictObject({ name: z.string().trim().min(1).max(200), email: z.email().max(254) }),
    }),
  ),
  /** Writes one signed assignment bundle per reviewer and chair into a folder. Job: `export-assignments`. */
  'assignment.export': route<JobId>()(z.strictObject({ venue: venueIdSchema, folder: fileTokenSchema })),
  /**
   * Sets the sample venue up as its organizer would and writes its assignment bundles into a new folder; the organizer's
   * own data folder is `organizer` inside it. Job: `build-sample`.
   */
  'sample.build': route<JobId>()(z.strictObject({ folder: fileTokenSchema })),
};
