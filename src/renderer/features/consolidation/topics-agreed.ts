import type { ReviewCell } from '@shared/contract/consolidation';
import type { TopicId } from '@shared/model/ids';

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
export function findAgreedTopics(reviews: readonly ReviewCell[]): readonly AgreedTopic[] {
  const received = reviews.filter((cell) => cell.state !== 'missing');
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
