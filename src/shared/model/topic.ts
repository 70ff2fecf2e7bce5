import { z } from 'zod';
import { topicIdSchema } from './ids';

/** A topic of interest of a venue. The order in the venue file is the order on screen. */
export const topicSchema = z.strictObject({
  id: topicIdSchema,
  title: z.string().min(1).max(200),
  /** A few words for tags and narrow columns. */
  shortTitle: z.string().min(1).max(40),
});
export type Topic = z.infer<typeof topicSchema>;

/** A person's statement that a paper is about a topic, and how well it fits: 1 loosely, 2 in part, 3 closely. */
export const topicTagSchema = z.strictObject({
  topic: topicIdSchema,
  weight: z.enum(['primary', 'secondary']),
  fit: z.union([z.literal(1), z.literal(2), z.literal(3)]),
});
export type TopicTag = z.infer<typeof topicTagSchema>;
