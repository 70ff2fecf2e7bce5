import { Lock } from 'lucide-react';
import { useId, useMemo, type ReactNode } from 'react';
import { sidesOf, type ComparedField } from './compared-fields';
import { MarkedText } from './MarkedText';
import styles from './compare.module.css';

/** Props of {@link FieldDifference}. */
export interface FieldDifferenceProps {
  readonly field: ComparedField;
  /** What each version is called, for those who hear the columns one after the other. */
  readonly titles: readonly [string, string];
  /** What can be done about this field alone. */
  readonly act?: ReactNode;
}

/** One field in which two versions part (or did, a moment ago): both answers, with what differs marked. */
export function FieldDifference({ field, titles, act }: FieldDifferenceProps): ReactNode {
  const id = useId();
  const { left, right } = field;
  const sides = useMemo(() => sidesOf(left ?? '', right ?? ''), [left, right]);
  return (
    <section className={styles['field']} aria-labelledby={id}>
      <header className={styles['fieldHead']}>
        <h3 id={id} className={styles['label']}>
          {field.label}
        </h3>
        {field.isForChairs && (
          <span className={styles['private']}>
            <Lock aria-hidden />
            chairs only
          </span>
        )}
        {field.isSame && <span className={styles['faint']}>The same now</span>}
        {act !== undefined && <div className={styles['act']}>{act}</div>}
      </header>
      <div className={styles['pair']}>
        <Side title={titles[0]} isAnswered={left !== null}>
          <MarkedText changes={sides.left} />
        </Side>
        <Side title={titles[1]} isAnswered={right !== null}>
          <MarkedText changes={sides.right} />
        </Side>
      </div>
    </section>
  );
}

interface SideProps {
  readonly title: string;
  readonly isAnswered: boolean;
  readonly children: ReactNode;
}

function Side({ title, isAnswered, children }: SideProps): ReactNode {
  return (
    <div className={styles['side']} role="group" aria-label={title}>
      <div className={styles['sideTitle']} aria-hidden>
        {title}
      </div>
      {isAnswered ? children : <p className={styles['faint']}>No answer</p>}
    </div>
  );
}
