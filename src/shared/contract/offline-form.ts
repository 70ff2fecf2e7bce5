import { z } from 'zod';
import {
  fieldIdSchema,
  fileTokenSchema,
  paperNumberSchema,
  sha256Schema,
  venueIdSchema,
  type FieldId,
  type JobId,
  type PaperNumber,
  type Sha256,
  type VenueId,
} from '../model/ids';
import { route } from './define';

/** What an offline review form of another system asks, and for which papers. */
export interface OfflineFormPreview {
  /** `HotCRP`, `EasyChair`. */
  readonly systemName: string;
  readonly fileName: string;
  /** The venue's short name as the form gives it; null where it gives none. */
  readonly venueName: string | null;
  readonly reviewer: { readonly name: string; readonly email: string | null } | null;
  /** Papers that it names; none in a blank form. */
  readonly papers: readonly { readonly number: PaperNumber; readonly title: string | null }[];
  readonly questions: readonly {
    readonly label: string;
    readonly kind: string;
    readonly forChairs: boolean;
  }[];
  /** What in it was not understood, a sentence each with its line. */
  readonly notes: readonly string[];
}

/** A venue that was started from a form, or papers that were added to it. */
export interface FormStarted {
  readonly venue: VenueId;
  readonly shortName: string;
  readonly papers: readonly PaperNumber[];
  /** Whether the venue was here already, with this form. */
  readonly wasHere: boolean;
  readonly notes: readonly string[];
}

/** The forms of another system that a venue's papers have. */
export interface VenueForms {
  readonly systemName: string;
  /** Papers with a form, by number. */
  readonly papers: readonly PaperNumber[];
}

/** Filled forms as one text. */
export interface FilledForms {
  readonly text: string;
  readonly papers: readonly PaperNumber[];
  /** Papers whose review is not ready; their form says so where it can. */
  readonly unready: readonly PaperNumber[];
  /** What could not be written as it was said. */
  readonly notes: readonly string[];
}

/** An answer that a form file has otherwise than my draft. */
export interface FormDifference {
  readonly paper: PaperNumber;
  readonly field: FieldId;
  readonly label: string;
  /** Whether it is a text, of which both can be kept. */
  readonly isText: boolean;
  /** As the form would say it; null where there is none. */
  readonly mine: string | null;
  readonly theirs: string | null;
}

/** A form file beside my drafts. */
export interface FormComparison {
  readonly fileName: string;
  /** Of the file as it was read: what is taken is what was compared. */
  readonly digest: Sha256;
  /** Papers of it that are mine. */
  readonly papers: readonly PaperNumber[];
  readonly differences: readonly FormDifference[];
  /** What in the file was not understood or is for no paper here, a sentence each. */
  readonly notes: readonly string[];
}

const venueAndFile = z.strictObject({ venue: venueIdSchema, file: fileTokenSchema });
const forms = z.strictObject({
  venue: venueIdSchema,
  papers: z.array(paperNumberSchema).min(1).max(10_000),
});

export const offlineFormRoutes = {
  /** Reads a HotCRP or EasyChair review form. Stores nothing. Refused: FORM_INVALID, FILE_UNREADABLE. */
  'form.inspect': route<OfflineFormPreview>()(z.strictObject({ file: fileTokenSchema })),
  /**
   * Makes a venue of one's own from a form and PDFs (files, or folders of them), or adds its papers to the one that was made
   * from the same form before. Refused: FORM_INVALID, VENUE_EXISTS. Job: `start-from-form`.
   */
  'form.start': route<JobId>()(
    z.strictObject({
      form: fileTokenSchema,
      pdfs: z.array(fileTokenSchema).min(1).max(10_000),
      shortName: z.string().trim().min(1).max(40),
      reviewer: z.strictObject({ name: z.string().trim().min(1).max(200), email: z.email().max(254) }),
    }),
  ),
  /** The forms that a venue's papers have; null where it was not started from any. */
  'form.ofVenue': route<VenueForms | null>()(z.strictObject({ venue: venueIdSchema })),
  /** Forms filled with my reviews, as text. Refused: FORM_NOT_FOUND. */
  'form.toText': route<FilledForms>()(forms),
  /** Writes the same to a file. Refused: FORM_NOT_FOUND, FILE_UNWRITABLE, DISK_FULL. */
  'form.write': route<Omit<FilledForms, 'text'> & { readonly fileName: string }>()(
    forms.extend({ file: fileTokenSchema }),
  ),
  /** Compares a filled form with my drafts. Changes nothing. Refused: FORM_INVALID, FORM_NOT_FOUND. */
  'form.compare': route<FormComparison>()(venueAndFile),
  /**
   * Takes answers out of a form file into my drafts: `theirs` in the place of mine, or `both`, theirs below mine. What is not
   * named stays as it is. Refused: FORM_INVALID, FORM_CHANGED.
   */
  'form.take': route<{ readonly changed: number }>()(
    venueAndFile.extend({
      digest: sha256Schema,
      choices: z
        .array(
          z.strictObject({
            paper: paperNumberSchema,
            field: fieldIdSchema,
            take: z.enum(['theirs', 'both']),
          }),
        )
        .min(1)
        .max(100_000),
    }),
  ),
};
