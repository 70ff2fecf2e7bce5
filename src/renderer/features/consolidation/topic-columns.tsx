import type { Topic } from '@shared/model/topic';
import { compareTopics, findAgreedTopics } from '@shared/rules/topics-agreed';
import styles from './consolidation-table.module.css';
import type { PaperColumn, ShownPaper } from './paper-column';
import { topicWords } from './paper-rows';

/** Topics declared by the authors, agreed by reviewers, and where the two part. */
export function topicColumns(topics: readonly Topic[]): readonly PaperColumn[] {
  const words = (id: string): string => topicWords(topics, id);
  const declared = ({ declaredTopics }: ShownPaper): string => declaredTopics.map(words).join(', ');
  const agreed = ({ reviews }: ShownPaper): string =>
    findAgreedTopics(reviews)
      .map(({ topic, count, of }) => `${words(topic)} (${count} of ${of})`)
      .join(', ');
  const differences = ({ reviews, declaredTopics }: ShownPaper): readonly string[] => {
    const difference = compareTopics(reviews, declaredTopics);
    if (difference === null) return [];
    return [
      ...difference.added.map((topic) => `add ${words(topic)}`),
      ...difference.unconfirmed.map((topic) => `nobody tagged ${words(topic)}`),
    ];
  };
  return [
    {
      id: 'declared',
      title: 'Declared topics',
      cell: (paper) => <span title={declared(paper)}>{declared(paper)}</span>,
      text: declared,
      sortValue: (paper) => declared(paper) || null,
      width: 'minmax(8rem, 1fr)',
    },
    {
      id: 'agreed',
      title: 'Topics agreed',
      fullTitle: 'Topics agreed: those that more than half of the reviews tagged',
      width: 'minmax(8rem, 1fr)',
      cell: (paper) => (
        <span title={agreed(paper)}>
          {findAgreedTopics(paper.reviews).map(({ topic, isPrimary }, index) => (
            <span key={topic} className={isPrimary ? styles['primary'] : undefined}>
              {index > 0 && ', '}
              {words(topic)}
            </span>
          ))}
        </span>
      ),
      text: agreed,
      sortValue: (paper) => agreed(paper) || null,
    },
    {
      id: 'differences',
      title: 'Differences',
      fullTitle: 'Differences: agreed by reviewers and not declared, or declared and tagged by no review',
      width: 'minmax(8rem, 1fr)',
      cell: (paper) => <span title={differences(paper).join(', ')}>{differences(paper).join(', ')}</span>,
      text: (paper) => differences(paper).join(', '),
      sortValue: (paper) => -differences(paper).length || null,
    },
  ];
}
