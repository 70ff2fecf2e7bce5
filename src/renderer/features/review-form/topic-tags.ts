import type { TopicId } from '@shared/model/ids';
import type { TopicTag } from '@shared/model/topic';

/** Tags with a topic added: primary and close while there is no primary one, else secondary and in part. */
export function addTopic(tags: readonly TopicTag[], topic: TopicId): readonly TopicTag[] {
  if (tags.some((tag) => tag.topic === topic)) return tags;
  const hasPrimary = tags.some((tag) => tag.weight === 'primary');
  const added: TopicTag = hasPrimary
    ? { topic, weight: 'secondary', fit: 2 }
    : { topic, weight: 'primary', fit: 3 };
  return [...tags, added];
}

/** Tags with one of them changed. */
export function changeTag(
  tags: readonly TopicTag[],
  topic: TopicId,
  change: Partial<Omit<TopicTag, 'topic'>>,
): readonly TopicTag[] {
  return tags.map((tag) => (tag.topic === topic ? { ...tag, ...change } : tag));
}

/** Tags without one topic. */
export function removeTopic(tags: readonly TopicTag[], topic: TopicId): readonly TopicTag[] {
  return tags.filter((tag) => tag.topic !== topic);
}
