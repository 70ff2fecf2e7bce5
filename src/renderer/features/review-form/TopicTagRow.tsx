import { Star, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@renderer/ui/IconButton';
import { Segmented, type SegmentedOption } from '@renderer/ui/Segmented';
import type { Topic, TopicTag } from '@shared/model/topic';
import styles from './topics.module.css';

/** Props of {@link TopicTagRow}. */
export interface TopicTagRowProps {
  readonly tag: TopicTag;
  /** The topic that is tagged; undefined when the venue does not know it (any more). */
  readonly topic: Topic | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (change: Partial<Omit<TopicTag, 'topic'>>) => void;
  readonly onRemove: () => void;
}

const weights: readonly SegmentedOption<TopicTag['weight']>[] = [
  { id: 'primary', label: 'Primary' },
  { id: 'secondary', label: 'Secondary' },
];
const fits: readonly SegmentedOption<'1' | '2' | '3'>[] = [
  { id: '1', label: 'Loosely' },
  { id: '2', label: 'In part' },
  { id: '3', label: 'Closely' },
];

/** One topic tag: what it counts and how well it fits. */
export function TopicTagRow({ tag, topic, isReadOnly, onChange, onRemove }: TopicTagRowProps): ReactNode {
  const title = topic?.title ?? tag.topic;
  const name = topic?.shortTitle ?? tag.topic;
  return (
    <li className={styles['row']} data-topic={tag.topic}>
      <span className={styles['name']} data-primary={tag.weight === 'primary' || undefined} title={title}>
        <Star aria-hidden />
        <span>{name}</span>
      </span>
      {isReadOnly ? (
        <span className={styles['said']}>
          {tag.weight}, fits {fits[tag.fit - 1]?.label.toLowerCase()}
        </span>
      ) : (
        <>
          <span className={styles['controls']}>
            <Segmented
              label={`How much ${name} counts`}
              size="small"
              options={weights}
              value={tag.weight}
              onChange={(weight) => onChange({ weight })}
            />
            <Segmented
              label={`How well ${name} fits`}
              size="small"
              options={fits}
              value={String(tag.fit) as '1' | '2' | '3'}
              onChange={(fit) => onChange({ fit: Number(fit) as TopicTag['fit'] })}
            />
          </span>
          <span className={styles['remove']}>
            <IconButton label={`Remove ${name}`} icon={X} size="small" onPress={onRemove} />
          </span>
        </>
      )}
    </li>
  );
}
