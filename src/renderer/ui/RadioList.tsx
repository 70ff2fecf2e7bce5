import { useId, type ReactNode } from 'react';
import styles from './choice.module.css';
import { Field } from './Field';
import { describedBy, fieldIds, type FieldProps } from './field-props';

/** One answer of a {@link RadioList}. */
export interface RadioListOption<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** Props of {@link RadioList}. */
export interface RadioListProps<Id extends string = string> extends FieldProps {
  readonly options: readonly RadioListOption<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
}

/** One of a few answers in words, each on its own line. For a rating, use RadioScale; for many answers, Select. */
export function RadioList<Id extends string>({
  options,
  value,
  onChange,
  ...props
}: RadioListProps<Id>): ReactNode {
  const ids = fieldIds(useId());
  return (
    <Field ids={ids} isGroup {...props}>
      <div
        role="radiogroup"
        className={styles['list']}
        aria-labelledby={ids.label}
        aria-describedby={describedBy(ids, props)}
        aria-required={props.isRequired}
        aria-invalid={props.error !== undefined || undefined}
      >
        {options.map((option) => (
          <div key={option.id} className={styles['choice']}>
            <input
              id={`${ids.control}-${option.id}`}
              type="radio"
              name={ids.control}
              className={styles['box']}
              checked={option.id === value}
              disabled={props.isDisabled || option.isDisabled}
              aria-describedby={
                option.description === undefined ? undefined : `${ids.control}-${option.id}-more`
              }
              onChange={() => onChange(option.id)}
            />
            <div className={styles['words']}>
              <label htmlFor={`${ids.control}-${option.id}`}>{option.label}</label>
              {option.description !== undefined && (
                <div id={`${ids.control}-${option.id}-more`} className={styles['description']}>
                  {option.description}
                </div>
              )}
            </div>
          </div>
        ))}
      </div>
    </Field>
  );
}
