import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ListBoxItem } from 'react-aria-components/ListBox';
import { Text } from 'react-aria-components/Text';
import type { ChoiceOption } from './choice-option';
import styles from './options.module.css';

/** Props of {@link OptionItem}. */
export interface OptionItemProps {
  readonly option: ChoiceOption;
}

/** One row of the list that a Select or a ComboBox opens. */
export function OptionItem({ option }: OptionItemProps): ReactNode {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className={styles['option'] ?? ''}
    >
      {({ isSelected }) => (
        <>
          {isSelected && <Check aria-hidden className={styles['mark']} />}
          <Text slot="label" className={styles['text'] ?? ''}>
            {option.label}
          </Text>
          {option.description !== undefined && (
            <Text slot="description" className={styles['more'] ?? ''}>
              {option.description}
            </Text>
          )}
        </>
      )}
    </ListBoxItem>
  );
}
