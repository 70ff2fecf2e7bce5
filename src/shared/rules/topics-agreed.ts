import type { TopicId } from '../model/ids';
import type { TopicTag } from '../model/topic';

/** A review with the topics that it tagged. `review` is null where none has come in. */
export interface TaggedReview {
  readonly review: unknown;
  readonly topics: readonly TopicTag[];
}

/** A topic that most reviews of a paper tagged. */
export interface AgreedTopic {
  readonly topic: TopicId;
  /** How many reviews tagged it, of how many that came in. */
  readonly count: number;
  readonly of: number;
  /** Whether most of those who tagged it called it primary. */
  readonly isPrimary: boolean;
}

/**
 * The topics that more than half of the received reviews tagged, primary ones first, then by how many did. A single
 * review agrees with nobody, so it takes two.
 */
export function findAgreedTopics(reviews: readonly TaggedReview[]): readonly AgreedTopic[] {
  const received = reviews.filter(({ review }) => review !== null);
  if (received.length < 2) return [];
  const tallies = new Map<TopicId, { count: number; primary: number }>();
  for (const { topic, weight } of received.flatMap((cell) => cell.topics)) {
    const tally = tallies.get(topic) ?? { count: 0, primary: 0 };
    tallies.set(topic, { count: tally.count + 1, primary: tally.primary + Number(weight === 'primary') });
  }
  return [...tallies]
    .filter(([, { count }]) => count * 2 > received.length)
    .map(([topic, { count, primary }]) => ({
      topic,
      count,
      of: received.length,
      isPrimary: primary * 2 > count,
    }))
    .toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary) || b.count - a.count);
}

/** How what reviewers agree on differs from what the authors declared. */
export interface TopicDifference {
  /** Agreed by reviewers and not declared. */
  readonly added: readonly TopicId[];
  /** Declared, and tagged by no review that came in. */
  readonly unconfirmed: readonly string[];
}

/** Topics agreed by reviewers against those declared; null while fewer than two reviews are in. */
export function compareTopics(
  reviews: readonly TaggedReview[],
  declared: readonly string[],
): TopicDifference | null {
  const received = reviews.filter(({ review }) => review !== null);
  if (received.length < 2) return null;
  const tagged = new Set<string>(received.flatMap(({ topics }) => topics.map(({ topic }) => topic)));
  return {
    added: findAgreedTopics(reviews).flatMap(({ topic }) => (declared.includes(topic) ? [] : topic)),
    unconfirmed: declared.filter((topic) => !tagged.has(topic)),
  };
}
