import { memo, type ReactNode } from 'react';
import { Checkbox } from '@renderer/ui/Checkbox';
import { TextArea } from '@renderer/ui/TextArea';
import type { FlagField } from '@shared/model/form';
import { toFlagAnswer } from './answer-values';
import styles from './fields.module.css';
import { useForm, useReview } from './session-context';

/** Props of {@link FlagAnswer}. */
export interface FlagAnswerProps {
  readonly field: FlagField;
  readonly error: string | undefined;
}

/** A yes or no; yes asks why. What was explained is kept when the flag comes down again. */
export const FlagAnswer = memo(function FlagAnswer({ field, error }: FlagAnswerProps): ReactNode {
  const { session, isReadOnly } = useForm();
  const answer = useReview(({ answers }) => answers[field.id]);
  const isRaised = answer?.kind === 'flag' && answer.isRaised;
  const detail = answer?.kind === 'flag' ? answer.detail : '';
  return (
    <div className={styles['flag']}>
      <Checkbox
        label={field.label}
        {...(field.help === '' ? {} : { description: field.help })}
        isChecked={isRaised}
        isDisabled={isReadOnly}
        onChange={(isOn) => session.edit(field.id, toFlagAnswer(isOn, detail))}
      />
      {isRaised && (
        <div className={styles['detail']}>
          <TextArea
            label={field.detailLabel}
            isRequired
            isReadOnly={isReadOnly}
            error={error}
            value={detail}
            minRows={2}
            onChange={(next) => session.edit(field.id, toFlagAnswer(true, next))}
          />
        </div>
      )}
    </div>
  );
});
