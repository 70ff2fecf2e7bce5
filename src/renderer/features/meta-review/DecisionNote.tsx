import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import { Banner } from '@renderer/ui/Banner';
import { LazyMarkdown } from '@renderer/ui/LazyMarkdown';
import type { StandingDecision } from '@shared/contract/consolidation';
import type { DecisionKind } from '@shared/model/venue';
import { formatInstant } from '@shared/rules/deadlines';
import { outcomeLabel } from '@shared/rules/decision-kinds';
import styles from './meta-review.module.css';

/** Props of {@link DecisionNote}. */
export interface DecisionNoteProps {
  readonly decisions: readonly StandingDecision[];
  readonly kinds: readonly DecisionKind[];
}

/** What the organizers decided, as far as it reached this computer. */
export function DecisionNote({ decisions, kinds }: DecisionNoteProps): ReactNode {
  const { timeZone } = useClock();
  const [only, another] = decisions;
  const sayWhen = (one: StandingDecision): string =>
    `${one.organizerName}, ${formatInstant(Date.parse(one.writtenAt), timeZone)}`;
  if (only === undefined) return <p className={styles['quiet']}>No decision has reached this computer.</p>;
  if (another !== undefined) {
    return (
      <Banner tone="warning" title="Organizers disagree">
        {decisions.map((one) => `${outcomeOf(one, kinds)} (${sayWhen(one)})`).join('; ')}. Ask them which one
        counts.
      </Banner>
    );
  }
  return (
    <div className={styles['decision']}>
      <p>
        <b>Decided: {outcomeOf(only, kinds)}</b> <span className={styles['quiet']}>{sayWhen(only)}</span>
      </p>
      {only.content.note.trim() !== '' && (
        <details>
          <summary>Note to the authors</summary>
          <LazyMarkdown text={only.content.note} />
        </details>
      )}
    </div>
  );
}

function outcomeOf({ content }: StandingDecision, kinds: readonly DecisionKind[]): string {
  if (content.outcome === null) return 'taken back';
  const outcome = outcomeLabel(kinds, content.outcome);
  return content.session === '' ? outcome : `${outcome}, ${content.session}`;
}
