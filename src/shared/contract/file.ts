import { z } from 'zod';
import { fileTokenSchema, type FileToken } from '../model/ids';
import { route } from './define';

/** A file that a person chose: the window sees its name, never its path. */
export interface ChosenFile {
  readonly token: FileToken;
  readonly name: string;
}

/** What a person is asked to choose. */
export const filePurposeSchema = z.enum([
  'open-bundles',
  'venue-file',
  'papers-table',
  'pdf-folder',
  'assignments-table',
  'reviewers-table',
  'bids-table',
  'bundle-folder',
  'letter-folder',
  'save-review-bundle',
  'save-consolidation-bundle',
  'save-decision-bundle',
  'save-table',
  'save-chart-svg',
  'save-chart-png',
  'save-text-copy',
  'save-pdf-copy',
  'copies-folder',
  'save-receipt',
  'receipt',
  'offline-form',
  'form-pdfs',
  'save-offline-form',
  'save-annotated-pdf',
  'key-backup',
  'save-key-backup',
]);
export type FilePurpose = z.infer<typeof filePurposeSchema>;

export const fileRoutes = {
  /** Opens the system's dialog. Empty when the person cancelled. */
  'file.choose': route<readonly ChosenFile[]>()(
    z.strictObject({ purpose: filePurposeSchema, suggestedName: z.string().max(200).nullable() }),
  ),
  /** Takes the files that the system or the command line asked to open and that no one has taken yet. */
  'file.takeOffered': route<readonly ChosenFile[]>()(z.strictObject({})),
  /** Shows a file in the system's file manager. */
  'file.showInFolder': route<null>()(z.strictObject({ file: fileTokenSchema })),
};
