import { ChevronsUpDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import type { ChoiceOption } from './choice-option';
import { Field } from './Field';
import { describedBy, fieldIds, type FieldProps } from './field-props';
import fieldStyles from './field.module.css';
import { OptionItem } from './OptionItem';
import optionStyles from './options.module.css';
import popoverStyles from './popover.module.css';
import styles from './select.module.css';

/** Props of {@link ComboBox}. */
export interface ComboBoxProps<Id extends string = string> extends FieldProps {
  readonly options: readonly ChoiceOption<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id | null) => void;
  readonly placeholder?: string | undefined;
}

/** One of many answers, found by typing a part of it. */
export function ComboBox<Id extends string>({
  options,
  value,
  onChange,
  ...props
}: ComboBoxProps<Id>): ReactNode {
  const ids = fieldIds(useId());
  const described = describedBy(ids, props);
  return (
    <Field ids={ids} isGroup {...props}>
      <AriaComboBox
        defaultItems={options}
        value={value}
        onChange={(key) => onChange(options.find((option) => option.id === key)?.id ?? null)}
        isDisabled={props.isDisabled ?? false}
        isInvalid={props.error !== undefined}
        isRequired={props.isRequired ?? false}
        menuTrigger="focus"
        allowsEmptyCollection
        aria-labelledby={ids.label}
        {...(described === undefined ? {} : { 'aria-describedby': described })}
      >
        <div className={styles['combo']}>
          <Input
            className={fieldStyles['input'] ?? ''}
            {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
          />
          <AriaButton className={styles['open'] ?? ''} aria-label={`Show ${props.label}`}>
            <ChevronsUpDown aria-hidden />
          </AriaButton>
        </div>
        <AriaPopover className={popoverStyles['popover'] ?? ''} offset={4}>
          <ListBox
            className={optionStyles['options'] ?? ''}
            renderEmptyState={() => <div className={optionStyles['empty']}>Nothing matches</div>}
          >
            {(option: ChoiceOption<Id>) => <OptionItem option={option} />}
          </ListBox>
        </AriaPopover>
      </AriaComboBox>
    </Field>
  );
}
