import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import type { Place } from '@shared/contract/app';
import { formatRemaining } from '@shared/rules/deadlines';
import { Button } from '@renderer/ui/Button';
import { Popover } from '@renderer/ui/Popover';
import styles from './frame.module.css';
import { nextDeadline } from './next-deadline';
import { useVenueFacts } from './use-venue-facts';

/** The next deadline with the time left; a press gives it in both zones. */
export function DeadlineNote({ place }: { readonly place: Place }): ReactNode {
  const clock = useClock();
  const facts = useVenueFacts(place);
  const next = facts === null ? null : nextDeadline(facts, clock);
  if (next === null) return null;
  const { title, deadline } = next;
  const isPast = deadline.isPast;
  const words = `${title} ${isPast ? formatRemaining(deadline).replace('passed ', '') : formatRemaining(deadline)}`;
  return (
    <Popover
      title="Next deadline"
      placement="bottom end"
      trigger={
        <Button kind="quiet" size="small">
          <span className={isPast ? styles['late'] : styles['deadline']}>
            {isPast ? words.replace('due', 'were due') : words}
          </span>
        </Button>
      }
    >
      <div className={styles['deadlineFacts']}>
        <strong>{title}</strong>
        <span>{deadline.aoe}</span>
        <span>
          {deadline.local} here ({clock.timeZone})
        </span>
        <span>{formatRemaining(deadline)}</span>
        {isPast && <span>You can still review and export. Chairs see when each review was written.</span>}
      </div>
    </Popover>
  );
}
