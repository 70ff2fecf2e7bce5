import { useId, type ReactNode } from 'react';
import styles from './organizer.module.css';

/** Props of {@link Step}. */
export interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}

/** One numbered step of a page. */
export function Step({ number, title, children }: StepProps): ReactNode {
  const id = useId();
  return (
    <section className={styles['step']} aria-labelledby={id}>
      <h3 id={id} className={styles['stepTitle']}>
        <span className={styles['stepNumber']}>{number}</span> {title}
      </h3>
      {children}
    </section>
  );
}
