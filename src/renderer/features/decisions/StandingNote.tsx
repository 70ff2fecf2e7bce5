import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import type { StandingDecision } from '@shared/contract/consolidation';
import type { DecisionContent } from '@shared/model/decision';
import type { DecisionKind } from '@shared/model/venue';
import { formatInstant } from '@shared/rules/deadlines';
import { outcomeLabel } from '@shared/rules/decision-kinds';
import { isSameData } from '../common/same-data';
import styles from './decisions.module.css';

/** Props of {@link StandingNote}. */
export interface StandingNoteProps {
  readonly standing: readonly StandingDecision[];
  readonly mine: DecisionContent;
  /** Whether I have said anything: then an export of mine replaces what stands. */
  readonly isMineSaid: boolean;
  readonly kinds: readonly DecisionKind[];
  /** Makes a decision that came in my own. */
  readonly onTake: (content: DecisionContent) => void;
}

/**
 * Decisions that left a machine and say something else than is chosen here: what an export would replace, and the way to
 * take it over instead. Nothing where there is no difference.
 */
export function StandingNote({ standing, mine, isMineSaid, kinds, onTake }: StandingNoteProps): ReactNode {
  const { timeZone } = useClock();
  const others = standing.filter(({ content }) => !isSameData(content, mine));
  if (others.length === 0) return null;
  const isDisagreement = standing.length > 1;
  return (
    <Banner
      tone={isDisagreement ? 'warning' : 'info'}
      title={isDisagreement ? 'Organizers disagree' : isMineSaid ? 'Exported before' : 'Decided'}
    >
      <ul className={styles['standing']}>
        {others.map((one) => (
          <li key={`${one.organizerName} ${one.writtenAt}`}>
            <span>
              <b>{one.organizerName}</b>: {textOf(one.content, kinds)} (
              {formatInstant(Date.parse(one.writtenAt), timeZone)})
            </span>
            <Button
              size="small"
              kind="quiet"
              ariaLabel={`Use the decision of ${one.organizerName}`}
              onPress={() => onTake(one.content)}
            >
              Use this
            </Button>
          </li>
        ))}
      </ul>
      {isMineSaid
        ? `Your next export replaces ${others.length === 1 ? 'it' : 'them'} with what is chosen here.`
        : `${others.length === 1 ? 'It stands' : 'They stand'} until you choose something here and export it.`}
    </Banner>
  );
}

function textOf(content: DecisionContent, kinds: readonly DecisionKind[]): string {
  const outcome = content.outcome === null ? 'taken back' : outcomeLabel(kinds, content.outcome);
  return content.session === '' ? outcome : `${outcome}, ${content.session}`;
}
