import type { PaperNumber, VenueId } from '../model/ids';
import type { ReaderSubject } from './reader-window';
import type { JobState } from './job';
import type { Preferences } from './app';

/** What can change. An event says what changed, never what to do. */
export interface Topics {
  /** The list of venues. */
  readonly 'library.changed': Record<string, never>;
  /** A venue's papers, assignments or received reviews. */
  readonly 'venue.changed': { readonly venue: VenueId };
  /** One paper's draft or status. */
  readonly 'review.changed': { readonly venue: VenueId; readonly paper: PaperNumber };
  /** What I say of one paper as a chair or organizer: my meta-review or my decision. */
  readonly 'judgement.changed': { readonly venue: VenueId; readonly paper: PaperNumber };
  /** My annotations on a paper. */
  readonly 'annotations.changed': { readonly venue: VenueId; readonly paper: PaperNumber };
  /** What I have put aside of the things to look at in my review of a paper. */
  readonly 'checks.changed': { readonly venue: VenueId; readonly paper: PaperNumber };
  /** The saved views of a venue's table of papers. */
  readonly 'tableViews.changed': { readonly venue: VenueId };
  /** What of a venue's papers can be searched. */
  readonly 'search.changed': { readonly venue: VenueId };
  /** A job went on or ended. */
  readonly 'job.changed': JobState;
  /** The reader's own window opened, shows another paper or place, or (with null) closed. */
  readonly 'readerWindow.changed': { readonly subject: ReaderSubject | null };
  /** How long I was at papers of a venue. */
  readonly 'time.changed': { readonly venue: VenueId };
  /** A notification was pressed: its venue's papers are wanted. */
  readonly 'venue.asked': { readonly venue: VenueId };
  /** My snippets. */
  readonly 'snippets.changed': Record<string, never>;
  readonly 'preferences.changed': Preferences;
  /** The signing key was made, unlocked, restored, or is kept in another way. */
  readonly 'key.changed': Record<string, never>;
  /** The system or the command line asked to open files: `file.takeOffered` has them. */
  readonly 'files.offered': Record<string, never>;
  /** The application menu chose a command of the window, by its id. */
  readonly 'command.chosen': { readonly command: string };
}
export type TopicName = keyof Topics;

/** A change event as it crosses the seam. */
export type ChangeEvent = {
  [Name in TopicName]: { readonly topic: Name; readonly payload: Topics[Name] };
}[TopicName];
