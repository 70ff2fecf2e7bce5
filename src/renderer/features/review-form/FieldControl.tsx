import { memo, type ReactNode } from 'react';
import type { FormField } from '@shared/model/form';
import { findShortcomings } from '@shared/rules/review-completeness';
import { ChoiceAnswer } from './ChoiceAnswer';
import { FlagAnswer } from './FlagAnswer';
import { noteInHand } from './field-in-hand';
import styles from './fields.module.css';
import { RatingAnswer } from './RatingAnswer';
import { useForm, useReview } from './session-context';
import { TextAnswer } from './TextAnswer';
import { TopicsAnswer } from './TopicsAnswer';

/** Props of {@link FieldControl}. */
export interface FieldControlProps {
  readonly field: FormField;
}

/** One field of the form, by its kind. What it lacks is said beside it once "Mark ready" was pressed in vain. */
export const FieldControl = memo(function FieldControl({ field }: FieldControlProps): ReactNode {
  const { venue, session } = useForm();
  const error = useReview(({ isLackShown, answers }) => {
    if (!isLackShown) return undefined;
    const [lack] = findShortcomings({ ...venue.form, fields: [field] }, answers);
    return lack && lackSentence(lack.reason);
  });
  const isAlone = useReview(({ alone }) => alone === field.id);
  return (
    <div
      data-field={field.id}
      data-alone={isAlone || undefined}
      onFocus={field.kind === 'text' ? () => noteInHand(session, field.id) : undefined}
      className={styles['field']}
    >
      {controlFor(field, error)}
    </div>
  );
});

function controlFor(field: FormField, error: string | undefined): ReactNode {
  switch (field.kind) {
    case 'text':
      return <TextAnswer field={field} error={error} />;
    case 'rating':
      return <RatingAnswer field={field} error={error} />;
    case 'choice':
      return <ChoiceAnswer field={field} error={error} />;
    case 'topics':
      return <TopicsAnswer field={field} error={error} />;
    case 'flag':
      return <FlagAnswer field={field} error={error} />;
  }
}

function lackSentence(reason: string): string {
  return `${reason[0]?.toUpperCase() ?? ''}${reason.slice(1)}.`;
}
