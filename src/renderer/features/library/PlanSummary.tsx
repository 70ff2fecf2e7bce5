import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import type { Library } from '@shared/contract/library';
import { makePlan } from '@shared/rules/plan';
import { notifiedSentence, planWords } from '@shared/rules/plan-words';
import { cx } from '@renderer/ui/cx';
import styles from './library.module.css';

/** What to do in the days left, at which pace, and by when; after the deadline, that it is late and still works. */
export function PlanSummary({ library }: { readonly library: Library }): ReactNode {
  const { nowMs, timeZone } = useClock();
  const plan = makePlan(library.papers, nowMs, timeZone);
  const { headline, more } = planWords(plan);
  const notified =
    plan.state === 'empty' || plan.state === 'finished' ? null : notifiedSentence(library.venue, nowMs);
  return (
    <div className={styles['plan']} data-state={plan.state} role="group" aria-label="Plan">
      <p className={cx(styles['planHead'], plan.state === 'late' && styles['late'])}>{headline}</p>
      {more.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {notified !== null && <p className={styles['late']}>{notified}</p>}
    </div>
  );
}
