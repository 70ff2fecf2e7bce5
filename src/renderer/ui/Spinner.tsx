import { LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './spinner.module.css';

/** Props of {@link Spinner}. */
export interface SpinnerProps {
  /** What is under way, for people who do not see it turn. */
  readonly label: string;
}

/** Something is under way and its length is not known. Where it is known, use ProgressBar. */
export function Spinner({ label }: SpinnerProps): ReactNode {
  return <LoaderCircle className={styles['spinner']} role="img" aria-label={label} />;
}
