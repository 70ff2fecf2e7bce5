import { z } from 'zod';
import { reviewFormSchema } from './form';
import { fieldIdSchema, venueIdSchema } from './ids';
import { announcedDateSchema } from './time';
import { topicSchema } from './topic';

/** A date that the venue announces, such as the author notification. */
export const venueDateSchema = z.strictObject({
  id: z.enum(['submission', 'reviews', 'notification', 'camera-ready', 'event']),
  title: z.string().min(1).max(120),
  date: announcedDateSchema,
});
export type VenueDate = z.infer<typeof venueDateSchema>;

/** What reviewers are asked to keep to. */
export const policySchema = z.strictObject({
  blind: z.enum(['double', 'single', 'open']),
  /** Markdown, shown to every reviewer. */
  text: z.string().max(20_000),
  /** Whether reviewers may ask others for help with a review. Where absent they are told to ask the chairs first. */
  subReviewers: z.boolean().optional(),
});

/** An outcome that the venue gives papers. A meta-review recommends one, a decision is one. */
export const decisionKindSchema = z.strictObject({
  id: fieldIdSchema,
  label: z.string().min(1).max(60),
  isAcceptance: z.boolean(),
});
export type DecisionKind = z.infer<typeof decisionKindSchema>;

/**
 * A venue: names, dates, topics, review form, policy. Published as `resources/schema/venue.schema.json`.
 * `revision` grows with every published change; two files of one revision must be equal.
 */
export const venueSchema = z
  .strictObject({
    format: z.literal('referee-venue/1'),
    id: venueIdSchema,
    revision: z.number().int().min(1),
    name: z.string().min(1).max(200),
    shortName: z.string().min(1).max(40),
    place: z.string().max(120),
    contact: z.email(),
    dates: z.array(venueDateSchema).max(20),
    topics: z.array(topicSchema).min(1).max(200),
    applicationFields: z.array(z.string().min(1).max(80)).max(50),
    contributionKinds: z.array(z.string().min(1).max(80)).max(20),
    form: reviewFormSchema,
    policy: policySchema,
    /** Where absent: oral, poster, reject (rules/decision-kinds). */
    decisionKinds: z.array(decisionKindSchema).min(1).max(20).optional(),
  })
  .refine((venue) => new Set(venue.topics.map((topic) => topic.id)).size === venue.topics.length, {
    message: 'two topics have the same id',
  })
  .refine((venue) => new Set(venue.dates.map((date) => date.id)).size === venue.dates.length, {
    message: 'two dates have the same id',
  })
  .refine(({ decisionKinds: kinds = [] }) => new Set(kinds.map(({ id }) => id)).size === kinds.length, {
    message: 'two kinds of decision have the same id',
  });
export type Venue = z.infer<typeof venueSchema>;
