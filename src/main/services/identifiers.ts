import { hash } from 'node:crypto';
import {
  metaReviewIdSchema,
  personIdSchema,
  reviewIdSchema,
  type MetaReviewId,
  type PaperNumber,
  type PersonId,
  type ReviewId,
  type VenueId,
} from '@shared/model/ids';

/** A person's id: derived from the venue and their e-mail address, so that every list of people agrees. */
export function personIdOf(venue: VenueId, email: string): PersonId {
  return personIdSchema.parse(`p-${digest(`person\n${venue}\n${email.trim().toLowerCase()}`)}`);
}

/** A review's id: derived from venue, paper and reviewer, so that it is the same on every machine. */
export function reviewIdOf(venue: VenueId, paper: PaperNumber, reviewer: PersonId): ReviewId {
  return reviewIdSchema.parse(`r-${digest(`review\n${venue}\n${paper}\n${reviewer}`)}`);
}

/** A meta-review's id: derived from venue, paper and chair, so that it is the same on every machine. */
export function metaReviewIdOf(venue: VenueId, paper: PaperNumber, chair: PersonId): MetaReviewId {
  return metaReviewIdSchema.parse(`m-${digest(`meta-review\n${venue}\n${paper}\n${chair}`)}`);
}

function digest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 16);
}
