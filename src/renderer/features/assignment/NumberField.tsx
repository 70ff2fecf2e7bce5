import { useId, useState, type ReactNode } from 'react';
import { Field } from '@renderer/ui/Field';
import { fieldIds } from '@renderer/ui/field-props';
import styles from './assignment.module.css';

/** Props of {@link NumberField}. */
export interface NumberFieldProps {
  readonly label: string;
  /** Null where the field may be left empty. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min: number;
  readonly max: number;
  /** What an empty field means; without it a number must be there. */
  readonly emptyMeans?: string;
  readonly isDisabled?: boolean;
}

/** A whole number within bounds. What is not one is said at the field and goes nowhere. */
export function NumberField({
  label,
  value,
  onChange,
  min,
  max,
  emptyMeans,
  ...props
}: NumberFieldProps): ReactNode {
  const ids = fieldIds(useId());
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? '' : String(value));
  const parsed = parse(text, min, max, emptyMeans !== undefined);
  return (
    <Field
      ids={ids}
      label={label}
      error={parsed === undefined ? `A whole number from ${min} to ${max}.` : undefined}
    >
      <input
        id={ids.control}
        className={styles['number']}
        inputMode="numeric"
        value={text}
        placeholder={emptyMeans}
        disabled={props.isDisabled}
        aria-invalid={parsed === undefined || undefined}
        aria-describedby={parsed === undefined ? ids.error : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = parse(event.target.value, min, max, emptyMeans !== undefined);
          if (next !== undefined) onChange(next);
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
          if (step === 0) return;
          event.preventDefault();
          setTyped(null);
          onChange(Math.min(max, Math.max(min, (value ?? min) + step)));
        }}
        onBlur={() => {
          if (parsed !== undefined) setTyped(null);
        }}
      />
    </Field>
  );
}

/** Undefined when it is no such number. */
function parse(text: string, min: number, max: number, mayBeEmpty: boolean): number | null | undefined {
  if (text.trim() === '') return mayBeEmpty ? null : undefined;
  const value = /^[0-9]{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}
