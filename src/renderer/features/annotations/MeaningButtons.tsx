import type { ReactNode } from 'react';
import { IconButton } from '@renderer/ui/IconButton';
import type { AnnotationMeaning } from '@shared/model/annotation';
import styles from './annotations.module.css';
import { MEANINGS } from './meanings';

/** Props of {@link MeaningButtons}. */
export interface MeaningButtonsProps {
  /** The meaning in force; leave it out where pressing one makes a mark. */
  readonly value?: AnnotationMeaning;
  readonly onChoose: (meaning: AnnotationMeaning) => void;
}

/** The five meanings, each by icon and colour, with its name and number key in the tooltip. */
export function MeaningButtons({ value, onChoose }: MeaningButtonsProps): ReactNode {
  return (
    <span className={styles['meanings']} role="group" aria-label="Meaning">
      {MEANINGS.map(({ id, label, icon, shortcut }) => (
        <span key={id} className={styles['tone']} data-tone={id} data-on={value === id || undefined}>
          <IconButton
            label={label}
            icon={icon}
            size="small"
            shortcut={shortcut}
            onPress={() => onChoose(id)}
            {...(value === undefined ? {} : { isPressed: value === id })}
          />
        </span>
      ))}
    </span>
  );
}
