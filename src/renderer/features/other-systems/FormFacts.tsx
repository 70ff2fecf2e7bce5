import type { ReactNode } from 'react';
import { DescriptionList } from '@renderer/ui/DescriptionList';
import type { OfflineFormPreview } from '@shared/contract/offline-form';
import { formatCount } from '../common/format';

/** The most papers that are named one by one. */
const NAMED = 12;

/** What a form asks, and for which papers. */
export function FormFacts({ preview }: { readonly preview: OfflineFormPreview }): ReactNode {
  const { systemName, papers, questions } = preview;
  return (
    <DescriptionList
      items={[
        { term: 'Form of', value: systemName },
        {
          term: 'Papers',
          value:
            papers.length === 0 ? (
              'A blank form: each PDF becomes a paper, by the number in its name.'
            ) : (
              <ul>
                {papers.slice(0, NAMED).map(({ number, title }) => (
                  <li key={number}>
                    #{number} {title}
                  </li>
                ))}
                {papers.length > NAMED && <li>and {papers.length - NAMED} more</li>}
              </ul>
            ),
        },
        {
          term: 'Asks',
          value: `${formatCount(questions.length, 'question')}: ${questions
            .map(({ label, kind, forChairs }) => `${label} (${kind}${forChairs ? ', not for authors' : ''})`)
            .join('; ')}`,
        },
      ]}
    />
  );
}
