import { ChevronsUpDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import type { ChoiceOption } from './choice-option';
import { Field } from './Field';
import { describedBy, fieldIds, type FieldProps } from './field-props';
import { OptionItem } from './OptionItem';
import optionStyles from './options.module.css';
import popoverStyles from './popover.module.css';
import styles from './select.module.css';

/** Props of {@link Select}. */
export interface SelectProps<Id extends string = string> extends FieldProps {
  readonly options: readonly ChoiceOption<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
}

/** One of several answers, in a list that opens. Typing finds an answer; arrows move. */
export function Select<Id extends string>({
  options,
  value,
  onChange,
  ...props
}: SelectProps<Id>): ReactNode {
  const ids = fieldIds(useId());
  const described = describedBy(ids, props);
  return (
    <Field ids={ids} isGroup {...props}>
      <AriaSelect
        value={value}
        onChange={(key) => {
          const chosen = options.find((option) => option.id === key);
          if (chosen) onChange(chosen.id);
        }}
        placeholder={props.placeholder ?? 'Choose'}
        isDisabled={props.isDisabled ?? false}
        isInvalid={props.error !== undefined}
        aria-labelledby={ids.label}
        {...(described === undefined ? {} : { 'aria-describedby': described })}
      >
        <AriaButton className={styles['select'] ?? ''}>
          <SelectValue className={styles['value'] ?? ''}>
            {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
          </SelectValue>
          <ChevronsUpDown aria-hidden />
        </AriaButton>
        <AriaPopover className={popoverStyles['popover'] ?? ''} offset={4}>
          <ListBox className={optionStyles['options'] ?? ''} items={options}>
            {(option) => <OptionItem option={option} />}
          </ListBox>
        </AriaPopover>
      </AriaSelect>
    </Field>
  );
}
