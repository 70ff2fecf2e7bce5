import type { ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import type { ReplacementOption } from '@shared/contract/assignment';
import styles from './assignment.module.css';
import { formatGain } from './assignment-words';

/** Props of {@link ReplacementList}. */
export interface ReplacementListProps {
  /** The cheapest first. */
  readonly options: readonly ReplacementOption[];
  readonly onTake: (option: ReplacementOption) => void;
  readonly isDisabled: boolean;
}

/** How many are shown: who comes after that costs more than anybody pays. */
const SHOWN = 12;

/** Who could take a place, and what that costs. */
export function ReplacementList({ options, onTake, isDisabled }: ReplacementListProps): ReactNode {
  if (options.length === 0) return <p className={styles['faint']}>Nobody else may review this paper.</p>;
  return (
    <ul className={styles['replacements']} aria-label="Who could take this place">
      {options.slice(0, SHOWN).map((option) => (
        <li key={option.person}>
          <Button
            size="small"
            isDisabled={isDisabled}
            ariaLabel={`Put ${option.name} here, ${formatGain(option.gain)}`}
            onPress={() => onTake(option)}
          >
            {option.name}
          </Button>
          <span className={styles['score']}>{formatGain(option.gain)}</span>
          {option.exchange !== null && (
            <span className={styles['faint']}>in exchange for paper {option.exchange}</span>
          )}
          {option.broken.map(({ sentence }) => (
            <span key={sentence} className={styles['problem']}>
              {sentence}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
