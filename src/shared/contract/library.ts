import { z } from 'zod';
import { paperNumberSchema, venueIdSchema, type PaperNumber, type Sha256, type VenueId } from '../model/ids';
import type { Paper } from '../model/paper';
import type { Person, Role } from '../model/person';
import type { ResponseStatement } from '../model/response';
import type { Answers, ReviewStatus } from '../model/review';
import type { DayDate, Instant } from '../model/time';
import type { Venue } from '../model/venue';
import type { Shortcoming } from '../rules/review-completeness';
import { route } from './define';
import type { ErrorReport } from './errors';

/** A venue in the list of venues on this machine. */
export interface VenueSummary {
  readonly venue: VenueId;
  readonly shortName: string;
  readonly name: string;
  /** My roles here. */
  readonly roles: readonly Role[];
  readonly paperCount: number;
  /** Whether this is the sample that ships with Referee. */
  readonly isSample: boolean;
  /** Why its store cannot be opened, and what to do; then its names are its id, and the rest is empty. */
  readonly problem: ErrorReport | null;
}

/** What I said of being asked to review a paper. */
export interface MyResponse {
  readonly statement: ResponseStatement;
  readonly statedAt: Instant;
  /** Whether it was exported as it is. */
  readonly isSent: boolean;
}

/** One of my papers in the library. */
export interface LibraryRow {
  readonly number: PaperNumber;
  readonly title: string;
  readonly topics: readonly string[];
  readonly due: DayDate | null;
  readonly status: ReviewStatus;
  /** What the review still lacks before it can be marked ready. */
  readonly shortcomings: readonly Shortcoming[];
  /** When the draft last changed; null when there is none. */
  readonly changedAt: Instant | null;
  /** Whether another computer of mine exported another version that I have not compared yet. */
  readonly hasOtherVersion: boolean;
  /** What I said of being asked to review it; null when nothing. */
  readonly response: MyResponse | null;
}

/** A venue as a reviewer sees it. */
export interface Library {
  readonly venue: Venue;
  readonly me: Person;
  /** My papers by number. */
  readonly papers: readonly LibraryRow[];
  /** The earliest due date among papers that are still to be reviewed and exported; null when there is none. */
  readonly nextDue: DayDate | null;
  /** The latest instant this store has seen, to doubt a clock by. */
  readonly latestSeen: Instant | null;
}

/** My draft of a review. */
export interface Draft {
  readonly answers: Answers;
  readonly isReady: boolean;
  readonly status: ReviewStatus;
  readonly shortcomings: readonly Shortcoming[];
  /** When the newest change was committed to disk; null before the first. */
  readonly savedAt: Instant | null;
}

/** A version of my review that another computer of mine exported. */
export interface OtherVersion {
  readonly hash: Sha256;
  readonly answers: Answers;
  readonly isReady: boolean;
  readonly writtenAt: Instant;
}

/** A paper opened for review. */
export interface PaperView {
  readonly paper: Paper;
  /** `app://blob/<venue>/<sha256>`: streams the PDF with ranges. */
  readonly pdfUrl: string;
  readonly due: DayDate | null;
  readonly draft: Draft;
  /** What I said of being asked to review it; null when nothing. */
  readonly response: MyResponse | null;
  /** Versions of my review from other computers of mine that I have not compared with the draft yet. */
  readonly otherVersions: readonly OtherVersion[];
  /** The reader's place and pane sizes, as last remembered; opaque here. */
  readonly view: unknown;
}

const paperInput = z.strictObject({ venue: venueIdSchema, paper: paperNumberSchema });

export const libraryRoutes = {
  /** The venues on this machine, by short name. */
  'library.list': route<readonly VenueSummary[]>()(z.strictObject({})),
  /** One venue with my papers. */
  'library.get': route<Library>()(z.strictObject({ venue: venueIdSchema })),
  /** The venue that ships with Referee. */
  'venue.getBuiltIn': route<Venue>()(z.strictObject({})),
  /** The venue's facts alone. */
  'venue.get': route<Venue>()(z.strictObject({ venue: venueIdSchema })),
  /** A paper of mine, its PDF and my draft. */
  'paper.get': route<PaperView>()(paperInput),
  /** Remembers how the paper is looked at: page, zoom, panes. At most 4 kB of JSON. */
  'paper.rememberView': route<null>()(paperInput.extend({ view: z.json() })),
};
