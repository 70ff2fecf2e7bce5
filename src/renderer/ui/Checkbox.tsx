import { useId, type ReactNode } from 'react';
import styles from './choice.module.css';
import { describedBy, fieldIds } from './field-props';

/** Props of {@link Checkbox}. */
export interface CheckboxProps {
  readonly label: ReactNode;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  /** Some but not all of what it stands for is chosen. */
  readonly isIndeterminate?: boolean;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
}

/** One yes-or-no. */
export function Checkbox({
  label,
  isChecked,
  onChange,
  isIndeterminate = false,
  ...props
}: CheckboxProps): ReactNode {
  const ids = fieldIds(useId());
  return (
    <div className={styles['choice']}>
      <input
        id={ids.control}
        type="checkbox"
        className={styles['box']}
        checked={isChecked}
        ref={(box) => {
          if (box) box.indeterminate = isIndeterminate;
        }}
        disabled={props.isDisabled}
        required={props.isRequired}
        aria-invalid={props.error !== undefined || undefined}
        aria-describedby={describedBy(ids, props)}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div className={styles['words']}>
        <label htmlFor={ids.control}>{label}</label>
        {props.description != null && (
          <div id={ids.description} className={styles['description']}>
            {props.description}
          </div>
        )}
        {props.error !== undefined && (
          <div id={ids.error} className={styles['error']}>
            {props.error}
          </div>
        )}
      </div>
    </div>
  );
}
