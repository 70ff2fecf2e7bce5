import { memo, type ReactNode } from 'react';
import { RadioScale } from '@renderer/ui/RadioScale';
import type { RatingField } from '@shared/model/form';
import { useForm, useReview } from './session-context';

/** Props of {@link RatingAnswer}. */
export interface RatingAnswerProps {
  readonly field: RatingField;
  readonly error: string | undefined;
}

/** A rating on its scale. */
export const RatingAnswer = memo(function RatingAnswer({ field, error }: RatingAnswerProps): ReactNode {
  const { session, isReadOnly, fieldActs } = useForm();
  const value = useReview(({ answers }) => {
    const answer = answers[field.id];
    return answer?.kind === 'rating' ? answer.value : null;
  });
  return (
    <RadioScale
      label={field.label}
      {...(field.help === '' ? {} : { description: field.help })}
      isRequired={field.isRequired}
      isDisabled={isReadOnly}
      aside={fieldActs?.(field)}
      error={error}
      options={field.scale.map((step) => ({ value: step.value, meaning: step.anchor }))}
      value={value}
      onChange={(next) => session.edit(field.id, next === null ? null : { kind: 'rating', value: next })}
    />
  );
});
