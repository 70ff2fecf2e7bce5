import type { Annotation } from '../model/annotation';
import type { Assignment } from '../model/assignment';
import type { BundleHeader } from '../model/bundle';
import type { CarriedDecision } from '../model/decision';
import type { AnnotationId, PaperNumber, PersonId, Sha256 } from '../model/ids';
import type { CarriedMetaReview } from '../model/meta-review';
import type { Paper } from '../model/paper';
import type { Person } from '../model/person';
import type { PaperResponse } from '../model/response';
import type { CarriedReview } from '../model/review';
import type { Settlement } from '../model/settlement';
import type { Venue } from '../model/venue';
import type { BundlePreview } from './bundle';

/** A file of a bundle's payload. */
interface ContentFile {
  /** Inside the bag: `data/bundle.json`. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: Sha256;
}

/** An annotation as a bundle carries it; null where its writer took it back. `hash` is of its canonical JSON. */
interface CarriedAnnotation {
  readonly id: AnnotationId;
  readonly paper: PaperNumber;
  readonly creator: PersonId;
  readonly version: number;
  readonly hash: Sha256;
  readonly annotation: Annotation | null;
}

/**
 * All that a bundle says, whatever its kind: what its kind does not carry is empty. Private keys that an assignment
 * bundle brings its recipient are named, never told.
 */
export interface BundleContents {
  readonly fileName: string;
  /** Of the bundle itself, decrypted where it was encrypted. */
  readonly sizeBytes: number;
  readonly isEncrypted: boolean;
  readonly header: BundleHeader;
  readonly files: readonly ContentFile[];
  readonly venue: Venue | null;
  readonly recipient: PersonId | null;
  readonly hasInvitation: boolean;
  readonly hasReplyKey: boolean;
  readonly people: readonly Person[];
  readonly papers: readonly Paper[];
  readonly assignments: readonly Assignment[];
  readonly reviews: readonly CarriedReview[];
  readonly annotations: readonly CarriedAnnotation[];
  readonly responses: readonly PaperResponse[];
  readonly metaReviews: readonly CarriedMetaReview[];
  readonly settlements: readonly Settlement[];
  readonly decisions: readonly CarriedDecision[];
  /** Bundles inside this one, as they were received. */
  readonly received: readonly BundleContents[];
}

/** Words for what a bundle names by number only: from the bundle itself, a store, or another bundle of the venue. */
export interface Glossary {
  /** Null where nobody told: fields then go by their ids. */
  readonly venue: Venue | null;
  readonly people: Readonly<Record<PersonId, string>>;
  readonly titles: Readonly<Record<PaperNumber, string>>;
}

/** One fact: its label and its text. */
export interface OutlineField {
  readonly label: string;
  readonly text: string;
}

/** One thing that a bundle tells of: a paper, a person, a review. `id` is the same in another bundle of the venue. */
export interface OutlineItem {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly OutlineField[];
}

/** The things of one sort, in the order of the bundle. */
export interface OutlineSection {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

/** A bundle read: what it is and how it stands here, all that it says, and the same in words. */
export interface BundleReading {
  readonly preview: BundlePreview;
  readonly contents: BundleContents;
  readonly outline: readonly OutlineSection[];
}
