import type { ReactNode } from 'react';
import type { ScoreStep } from '@shared/rules/score-distribution';
import { formatCount } from '../common/format';
import styles from './own-scores.module.css';

/** Props of {@link ScoreSteps}. */
export interface ScoreStepsProps {
  /** The rating's label. */
  readonly label: string;
  /** Lowest first. */
  readonly steps: readonly ScoreStep[];
  /** The step whose papers alone are shown; null for all. */
  readonly chosen: number | null;
  readonly onChoose: (value: number | null) => void;
}

/** How often I gave each step of a scale, as bars; a press shows the papers of one step, another all again. */
export function ScoreSteps({ label, steps, chosen, onChoose }: ScoreStepsProps): ReactNode {
  const most = Math.max(1, ...steps.map(({ papers }) => papers.length));
  return (
    <ul className={styles['steps']} aria-label={`${label}, highest first`}>
      {steps.toReversed().map(({ value, anchor, papers }) => (
        <li key={value}>
          <button
            type="button"
            className={styles['step']}
            aria-pressed={chosen === value}
            aria-label={`${value}, ${anchor}: ${formatCount(papers.length, 'paper')}`}
            disabled={papers.length === 0}
            onClick={() => onChoose(chosen === value ? null : value)}
          >
            <span className={styles['value']}>{value}</span>
            <span className={styles['bar']} aria-hidden>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none">
                <rect width={(100 * papers.length) / most} height="8" />
              </svg>
            </span>
            <span className={styles['count']}>{papers.length}</span>
            <span className={styles['anchor']}>{anchor}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
