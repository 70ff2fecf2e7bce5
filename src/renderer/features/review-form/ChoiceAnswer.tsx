import { memo, type ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import { RadioList } from '@renderer/ui/RadioList';
import type { ChoiceField } from '@shared/model/form';
import { useForm, useReview } from './session-context';

/** Props of {@link ChoiceAnswer}. */
export interface ChoiceAnswerProps {
  readonly field: ChoiceField;
  readonly error: string | undefined;
}

/** One of a few named options; an optional one can be taken back. */
export const ChoiceAnswer = memo(function ChoiceAnswer({ field, error }: ChoiceAnswerProps): ReactNode {
  const { session, isReadOnly } = useForm();
  const chosen = useReview(({ answers }) => {
    const answer = answers[field.id];
    return answer?.kind === 'choice' ? answer.option : null;
  });
  const canClear = !field.isRequired && !isReadOnly && chosen !== null;
  return (
    <RadioList
      label={field.label}
      {...(field.help === '' ? {} : { description: field.help })}
      isRequired={field.isRequired}
      isDisabled={isReadOnly}
      error={error}
      aside={
        canClear && (
          <Button
            size="small"
            kind="quiet"
            ariaLabel={`Clear ${field.label}`}
            onPress={() => session.edit(field.id, null)}
          >
            Clear
          </Button>
        )
      }
      options={field.options}
      value={chosen}
      onChange={(option) => session.edit(field.id, { kind: 'choice', option })}
    />
  );
});
