import { Plus } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import { SearchField } from 'react-aria-components/SearchField';
import buttonStyles from './button.module.css';
import type { ChoiceOption } from './choice-option';
import { scoreText } from './command-search';
import { cx } from './cx';
import { Field } from './Field';
import { describedBy, fieldIds, type FieldProps } from './field-props';
import fieldStyles from './field.module.css';
import { OptionItem } from './OptionItem';
import optionStyles from './options.module.css';
import popoverStyles from './popover.module.css';
import { Tag } from './Tag';
import { TagList } from './TagList';

/** Props of {@link TagPicker}. */
export interface TagPickerProps<Id extends string = string> extends FieldProps {
  /** Everything that can be chosen. */
  readonly options: readonly ChoiceOption<Id>[];
  /** What is chosen, in the order shown. */
  readonly selected: readonly Id[];
  readonly onAdd: (id: Id) => void;
  readonly onRemove: (id: Id) => void;
  /** Draws one chosen tag; a plain removable Tag unless told. */
  readonly renderTag?: ((option: ChoiceOption<Id>, remove: () => void) => ReactNode) | undefined;
  /** What the adding button says: "Add topic". */
  readonly addLabel: string;
}

/** Several of many, shown as tags; the last button opens a list to add from, which stays open for the next. */
export function TagPicker<Id extends string>({
  options,
  selected,
  onAdd,
  onRemove,
  ...props
}: TagPickerProps<Id>): ReactNode {
  const ids = fieldIds(useId());
  const [query, setQuery] = useState('');
  const chosen = selected.flatMap((id) => options.filter((option) => option.id === id));
  const left = options.filter(({ id }) => !selected.includes(id));
  return (
    <Field ids={ids} isGroup {...props}>
      <div role="group" aria-labelledby={ids.label} aria-describedby={describedBy(ids, props)}>
        <TagList label={props.label}>
          {chosen.map((option) => {
            const remove = (): void => onRemove(option.id);
            if (props.renderTag) return props.renderTag(option, remove);
            return (
              <Tag
                key={option.id}
                onRemove={remove}
                removeLabel={`Remove ${option.label}`}
                isDisabled={props.isDisabled ?? false}
              >
                {option.label}
              </Tag>
            );
          })}
          <DialogTrigger onOpenChange={() => setQuery('')}>
            <AriaButton
              className={cx(buttonStyles['button'], buttonStyles['quiet'], buttonStyles['small'])}
              isDisabled={(props.isDisabled ?? false) || left.length === 0}
            >
              <Plus aria-hidden />
              {props.addLabel}
            </AriaButton>
            <AriaPopover className={popoverStyles['popover'] ?? ''} placement="bottom start" offset={4}>
              <AriaDialog aria-label={props.addLabel} className={optionStyles['finder'] ?? ''}>
                <Autocomplete
                  inputValue={query}
                  onInputChange={setQuery}
                  filter={(text, typed) => scoreText(text, typed) > 0}
                >
                  <SearchField aria-label={props.addLabel} autoFocus>
                    <Input className={fieldStyles['input'] ?? ''} placeholder="Find" />
                  </SearchField>
                  <ListBox
                    aria-label={props.addLabel}
                    className={optionStyles['options'] ?? ''}
                    items={left}
                    selectionMode="none"
                    onAction={(key) => {
                      const option = left.find(({ id }) => id === key);
                      if (option) onAdd(option.id);
                      setQuery('');
                    }}
                    renderEmptyState={() => <div className={optionStyles['empty']}>Nothing matches</div>}
                  >
                    {(option) => <OptionItem option={option} />}
                  </ListBox>
                </Autocomplete>
              </AriaDialog>
            </AriaPopover>
          </DialogTrigger>
        </TagList>
      </div>
    </Field>
  );
}
