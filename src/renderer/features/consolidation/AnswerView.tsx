import type { ReactNode } from 'react';
import { LazyMarkdown } from '@renderer/ui/LazyMarkdown';
import { Tag } from '@renderer/ui/Tag';
import { TagList } from '@renderer/ui/TagList';
import type { FormField } from '@shared/model/form';
import type { Answer } from '@shared/model/review';
import type { Topic } from '@shared/model/topic';
import { topicWords } from './paper-rows';
import styles from './reviews-panel.module.css';

/** Props of {@link AnswerView}. */
export interface AnswerViewProps {
  readonly answer: Answer | null;
  /** The field it answers; null when the form does not know it (any more). */
  readonly field: FormField | null;
  readonly topics: readonly Topic[];
  readonly onLink: ((url: string) => void) | undefined;
}

const fits = { 1: 'loosely', 2: 'in part', 3: 'closely' } as const;

/** One answer of a received review, to be read. */
export function AnswerView({ answer, field, topics, onLink }: AnswerViewProps): ReactNode {
  if (answer === null) return <span className={styles['faint']}>No answer</span>;
  switch (answer.kind) {
    case 'text':
      return <LazyMarkdown text={answer.text} onLink={onLink} />;
    case 'rating': {
      const step =
        field?.kind === 'rating' ? field.scale.find(({ value }) => value === answer.value) : undefined;
      return (
        <span className={styles['rating']}>
          <b>{answer.value}</b> {step?.anchor}
        </span>
      );
    }
    case 'choice': {
      const option =
        field?.kind === 'choice' ? field.options.find(({ id }) => id === answer.option) : undefined;
      return option?.label ?? answer.option;
    }
    case 'topics':
      return (
        <TagList label="Topic tags">
          {answer.tags.map(({ topic, weight, fit }) => (
            <Tag
              key={topic}
              emphasis={weight === 'primary' ? 'strong' : 'normal'}
              title={`${topics.find(({ id }) => id === topic)?.title ?? topic}: ${weight}, fits ${fits[fit]}`}
            >
              {topicWords(topics, topic)}, {fits[fit]}
            </Tag>
          ))}
        </TagList>
      );
    case 'flag':
      return (
        <>
          {answer.isRaised ? 'Yes' : 'No'}
          {answer.detail !== '' && <LazyMarkdown text={answer.detail} look="compact" onLink={onLink} />}
        </>
      );
  }
}
