import { Plus } from 'lucide-react';
import { memo, useId, useRef, useState, type ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import { ComboBox } from '@renderer/ui/ComboBox';
import { Field } from '@renderer/ui/Field';
import { fieldIds } from '@renderer/ui/field-props';
import type { TopicsField } from '@shared/model/form';
import type { TopicId } from '@shared/model/ids';
import type { TopicTag } from '@shared/model/topic';
import { toTopicsAnswer } from './answer-values';
import { useForm, useReview } from './session-context';
import { addTopic, changeTag, removeTopic } from './topic-tags';
import { TopicTagRow } from './TopicTagRow';
import styles from './topics.module.css';

/** Props of {@link TopicsAnswer}. */
export interface TopicsAnswerProps {
  readonly field: TopicsField;
  readonly error: string | undefined;
}

const noTags: readonly TopicTag[] = [];

/** Topic tags: those the authors declared are one press away, all others are found by typing. */
export const TopicsAnswer = memo(function TopicsAnswer({ field, error }: TopicsAnswerProps): ReactNode {
  const { session, venue, paper, isReadOnly } = useForm();
  const ids = fieldIds(useId());
  const root = useRef<HTMLDivElement>(null);
  // The picker starts afresh after each pick: what was typed to find one topic is of no use for the next.
  const [pickCount, setPickCount] = useState(0);
  const tags = useReview(({ answers }) => {
    const answer = answers[field.id];
    return answer?.kind === 'topics' ? answer.tags : noTags;
  });
  const free = venue.topics.filter((topic) => !tags.some((tag) => tag.topic === topic.id));
  const declared = free.filter((topic) => paper.topics.includes(topic.id));

  const set = (next: readonly TopicTag[]): void => session.edit(field.id, toTopicsAnswer(next));
  // After the picker or a row is gone from the page, so that the focus is not lost with it.
  const focusLater = (selector: string): void => {
    setTimeout(() => root.current?.querySelector<HTMLElement>(selector)?.focus());
  };
  const pick = (topic: TopicId): void => {
    set(addTopic(tags, topic));
    setPickCount((count) => count + 1);
    focusLater(`[data-topic="${topic}"] [aria-checked=true]`);
  };
  const remove = (topic: TopicId): void => {
    const left = removeTopic(tags, topic);
    const neighbour =
      left[
        Math.min(
          tags.findIndex((tag) => tag.topic === topic),
          left.length - 1,
        )
      ];
    set(left);
    focusLater(neighbour === undefined ? 'button' : `[data-topic="${neighbour.topic}"] [aria-checked=true]`);
  };

  return (
    <Field
      ids={ids}
      isGroup
      label={field.label}
      isRequired={field.isRequired}
      error={error}
      {...(field.help === '' ? {} : { description: field.help })}
    >
      <div ref={root} role="group" aria-labelledby={ids.label} className={styles['topics']}>
        {tags.length > 0 && (
          <ul className={styles['rows']} aria-label="Topic tags">
            {tags.map((tag) => (
              <TopicTagRow
                key={tag.topic}
                tag={tag}
                topic={venue.topics.find(({ id }) => id === tag.topic)}
                isReadOnly={isReadOnly}
                onChange={(change) => set(changeTag(tags, tag.topic, change))}
                onRemove={() => remove(tag.topic)}
              />
            ))}
          </ul>
        )}
        {tags.length === 0 && isReadOnly && <p className={styles['said']}>No topic tags.</p>}
        {!isReadOnly && declared.length > 0 && (
          <div className={styles['declared']}>
            <span className={styles['said']}>Declared by the authors</span>
            {declared.map((topic) => (
              <Button
                key={topic.id}
                size="small"
                icon={Plus}
                ariaLabel={`Add ${topic.shortTitle}, declared by the authors`}
                onPress={() => pick(topic.id)}
              >
                {topic.shortTitle}
              </Button>
            ))}
          </div>
        )}
        {!isReadOnly && free.length > 0 && (
          <div className={styles['picker']}>
            <ComboBox
              key={pickCount}
              label="Add a topic"
              isLabelHidden
              placeholder="Add a topic"
              options={free.map((topic) => ({
                id: topic.id,
                label: topic.shortTitle,
                description: topic.title,
              }))}
              value={null}
              onChange={(topic) => topic !== null && pick(topic)}
            />
          </div>
        )}
      </div>
    </Field>
  );
});
