import { useId, type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { cx } from './cx';
import { Field } from './Field';
import { describedBy, fieldIds, type FieldProps } from './field-props';
import styles from './field.module.css';

/** Props of {@link TextArea}. */
export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onFocus?: (() => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
  readonly onPaste?: ((event: ClipboardEvent<HTMLTextAreaElement>) => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly isReadOnly?: boolean;
  /** Lines shown when it is empty (3 unless told). */
  readonly minRows?: number;
  /** Lines after which it scrolls instead of growing; without it, it grows for ever. */
  readonly maxRows?: number | undefined;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

const rowsToHeight = (rows: number): string => `calc(${rows} * 1lh + 2 * var(--space-2) + 2px)`;

/**
 * Several lines of text; grows with them. Spelling help and native undo are the browser's own: to put text in from
 * outside without breaking undo, use `insertText`.
 */
export function TextArea({ value, onChange, ref, minRows = 3, maxRows, ...props }: TextAreaProps): ReactNode {
  const ids = fieldIds(useId());
  return (
    <Field ids={ids} {...props}>
      <textarea
        id={ids.control}
        ref={ref}
        className={cx(styles['input'], styles['area'])}
        style={{
          minBlockSize: rowsToHeight(minRows),
          ...(maxRows === undefined ? {} : { maxBlockSize: rowsToHeight(maxRows) }),
        }}
        rows={minRows}
        value={value}
        placeholder={props.placeholder}
        disabled={props.isDisabled}
        readOnly={props.isReadOnly}
        required={props.isRequired}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- asked for by the caller, for dialogs
        autoFocus={props.autoFocus}
        spellCheck
        aria-invalid={props.error !== undefined || undefined}
        aria-describedby={describedBy(ids, props)}
        onChange={(event) => onChange(event.target.value)}
        onFocus={props.onFocus}
        onBlur={props.onBlur}
        onKeyDown={props.onKeyDown}
        onPaste={props.onPaste}
      />
    </Field>
  );
}
