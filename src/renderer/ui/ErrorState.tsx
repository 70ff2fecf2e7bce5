import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button';
import styles from './state.module.css';

/** Props of {@link ErrorState}. */
export interface ErrorStateProps {
  /** What failed: "The paper could not be opened". */
  readonly what: string;
  /** Why, as far as is known. */
  readonly why?: ReactNode;
  /** What can be done now. */
  readonly next?: ReactNode;
  readonly onRetry?: (() => void) | undefined;
  /** Further acts, beside "Try again". */
  readonly action?: ReactNode;
  /** The stable code of the error, for a report. */
  readonly code?: string | undefined;
}

/** A place whose content could not be had: what failed, why, what now. */
export function ErrorState({ what, why, next, onRetry, action, code }: ErrorStateProps): ReactNode {
  return (
    <div className={styles['state']} role="alert">
      <CircleAlert aria-hidden className={styles['problem']} />
      <div className={styles['title']}>{what}</div>
      {why != null && <div className={styles['text']}>{why}</div>}
      {next != null && <div className={styles['text']}>{next}</div>}
      {(onRetry || action != null) && (
        <div className={styles['action']}>
          {onRetry && <Button onPress={onRetry}>Try again</Button>}
          {action}
        </div>
      )}
      {code !== undefined && <code className={styles['code']}>{code}</code>}
    </div>
  );
}
