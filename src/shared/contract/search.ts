import { z } from 'zod';
import { venueIdSchema, type AnnotationId, type FieldId, type JobId, type PaperNumber } from '../model/ids';
import { route } from './define';

/** Why a PDF cannot be searched. */
export type UnreadableReason = 'encrypted' | 'broken' | 'too-slow' | 'too-large' | 'missing';

/** Where something was found in a paper. */
export interface SearchHit {
  /** The page, from 1; null for title and abstract as they came with the paper. */
  readonly page: number | null;
  /** The words around it, on one line. */
  readonly text: string;
  /** What of the text was looked for: from (inclusive) and to (exclusive), in UTF-16 code units, in order. */
  readonly marks: readonly (readonly [number, number])[];
}

/** A paper in which something was found. */
export interface FoundPaper {
  readonly paper: PaperNumber;
  readonly title: string;
  /** Best first. */
  readonly hits: readonly SearchHit[];
}

/** What a search found. */
export interface SearchAnswer {
  /** Papers by their best hit, best first. */
  readonly papers: readonly FoundPaper[];
  /** Whether there is more than was asked for. */
  readonly isCut: boolean;
  /** The words that a page can be searched for as they are; null when the query is more than one word or phrase. */
  readonly plainWords: string | null;
}

/** Where something was found in what I wrote: a note, or a field of my review. */
export interface OwnHit extends Pick<SearchHit, 'text' | 'marks'> {
  readonly paper: PaperNumber;
  readonly title: string;
  /** The note; null where it is the review. */
  readonly note: AnnotationId | null;
  /** The field of the review; null where it is a note. */
  readonly field: FieldId | null;
  /** `Note, p. 4`, or the name of the field. */
  readonly place: string;
}

/** What a search in what I wrote found. */
export interface OwnSearchAnswer {
  readonly hits: readonly OwnHit[];
  /** Whether there is more than was asked for. */
  readonly isCut: boolean;
}

/** What can be searched of a venue now. */
export interface SearchScope {
  /** Papers there are. */
  readonly total: number;
  /** Papers whose pages are searched. */
  readonly indexed: number;
  /** Papers of those that have no text on any page: scans. */
  readonly withoutText: readonly PaperNumber[];
  readonly unreadable: readonly { readonly paper: PaperNumber; readonly why: UnreadableReason }[];
}

/** What became of indexing a venue's papers. */
export interface IndexReport {
  /** Papers whose text was read now. */
  readonly read: number;
  readonly scope: SearchScope;
}

/** `mine`: papers I have to review. `all`: every paper here, for chairs and organizers. */
const papersSchema = z.enum(['mine', 'all']);
export type SearchedPapers = z.infer<typeof papersSchema>;

export const searchRoutes = {
  /**
   * Looks through the text of papers: their pages, titles and abstracts. Words must all be on one page; `"in a row"`,
   * `OR` and `-not` are understood, and any text is a query. The most hits are `limit`.
   * Refused: NOT_AN_ORGANIZER for all papers in a reviewer's store.
   */
  'search.papers': route<SearchAnswer>()(
    z.strictObject({
      venue: venueIdSchema,
      papers: papersSchema,
      query: z.string().max(1000),
      limit: z.int().min(1).max(200),
    }),
  ),
  /** Looks through my notes and the texts of my reviews: all words must be in one of them. The most hits are `limit`. */
  'search.own': route<OwnSearchAnswer>()(
    z.strictObject({
      venue: venueIdSchema,
      query: z.string().max(1000),
      limit: z.int().min(1).max(200),
    }),
  ),
  /** What of a venue's papers can be searched now. */
  'search.scope': route<SearchScope>()(z.strictObject({ venue: venueIdSchema, papers: papersSchema })),
  /** Reads the papers that were not read yet: an `index-papers` job. The window does it by itself. */
  'search.index': route<JobId>()(z.strictObject({ venue: venueIdSchema })),
};
