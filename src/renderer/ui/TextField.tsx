import { useId, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { Field } from './Field';
import { describedBy, fieldIds, type FieldProps } from './field-props';
import styles from './field.module.css';

/** Props of {@link TextField}. */
export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly type?: 'text' | 'search' | 'email' | 'url' | 'password';
  readonly isReadOnly?: boolean;
  readonly maxLength?: number | undefined;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. Spelling help and native undo are the browser's own. */
export function TextField({ value, onChange, ref, ...props }: TextFieldProps): ReactNode {
  const ids = fieldIds(useId());
  return (
    <Field ids={ids} {...props}>
      <input
        id={ids.control}
        ref={ref}
        className={styles['input']}
        type={props.type ?? 'text'}
        value={value}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        disabled={props.isDisabled}
        readOnly={props.isReadOnly}
        required={props.isRequired}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- asked for by the caller, for dialogs and finders
        autoFocus={props.autoFocus}
        aria-invalid={props.error !== undefined || undefined}
        aria-describedby={describedBy(ids, props)}
        onChange={(event) => onChange(event.target.value)}
        onBlur={props.onBlur}
        onKeyDown={props.onKeyDown}
      />
    </Field>
  );
}
