import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Field } from './Field';
import { describedBy, fieldIds, type FieldProps } from './field-props';
import styles from './radio-scale.module.css';

/** One step of a {@link RadioScale}. */
export interface RadioScaleOption {
  readonly value: number;
  /** The step's anchor in words: "Weak accept: marginally above the bar". */
  readonly meaning: string;
}

/** Props of {@link RadioScale}. */
export interface RadioScaleProps extends FieldProps {
  /** The steps, lowest first. */
  readonly options: readonly RadioScaleOption[];
  /** The chosen value, or null while there is none. */
  readonly value: number | null;
  /** Called with null when an optional rating is taken back. */
  readonly onChange: (value: number | null) => void;
}

/**
 * A rating: steps in a row, with the meaning of the one pointed at, focused or chosen below them. Arrows move, a digit
 * picks its step, Backspace or Delete takes an optional rating back. The line of meaning keeps the height of the longest.
 */
export function RadioScale({ options, value, onChange, ...props }: RadioScaleProps): ReactNode {
  const ids = fieldIds(useId());
  const [pointed, setPointed] = useState<number | null>(null);
  const shown = pointed ?? value;
  const first = options[0]?.value;
  const last = options.at(-1)?.value;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (props.isDisabled || event.ctrlKey || event.metaKey || event.altKey) return;
    const picked = options.find((option) => String(option.value) === event.key);
    const isClear =
      (event.key === 'Backspace' || event.key === 'Delete') && !props.isRequired && value !== null;
    if (!picked && !isClear) return;
    event.preventDefault();
    setPointed(null);
    onChange(picked ? picked.value : null);
    if (picked) document.getElementById(`${ids.control}-${picked.value}`)?.focus();
  };

  return (
    <Field ids={ids} isGroup {...props}>
      <div
        role="radiogroup"
        tabIndex={-1}
        className={styles['scale']}
        aria-labelledby={ids.label}
        aria-describedby={describedBy(ids, props)}
        aria-required={props.isRequired}
        aria-invalid={props.error !== undefined || undefined}
        aria-disabled={props.isDisabled}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setPointed(null)}
      >
        {options.map((option) => (
          <label
            key={option.value}
            className={styles['step']}
            onPointerEnter={() => setPointed(option.value)}
            data-chosen={option.value === value || undefined}
          >
            <input
              id={`${ids.control}-${option.value}`}
              type="radio"
              name={ids.control}
              checked={option.value === value}
              disabled={props.isDisabled}
              aria-label={`${option.value}, ${option.meaning}`}
              onChange={() => onChange(option.value)}
              onFocus={() => setPointed(option.value)}
              onBlur={() => setPointed(null)}
            />
            <span aria-hidden>{option.value}</span>
          </label>
        ))}
      </div>
      <div className={styles['meanings']} aria-hidden>
        {options.map((option) => (
          <span key={option.value} data-shown={option.value === shown || undefined}>
            <b>{option.value}</b> {option.meaning}
          </span>
        ))}
        <span data-shown={shown === null || undefined}>
          Not rated. Press {first} to {last}.
        </span>
      </div>
    </Field>
  );
}
