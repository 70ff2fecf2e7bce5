import { BookOpen } from 'lucide-react';
import { useMemo, useState, type ReactNode, type Ref } from 'react';
import type { DecisionRow } from '@shared/contract/decision';
import type { DecisionContent } from '@shared/model/decision';
import type { FieldId, VenueId } from '@shared/model/ids';
import type { DecisionKind } from '@shared/model/venue';
import { outcomeLabel } from '@shared/rules/decision-kinds';
import { Button } from '@renderer/ui/Button';
import { RadioList } from '@renderer/ui/RadioList';
import { TextField } from '@renderer/ui/TextField';
import { ProseField } from '../common/prose/ProseField';
import { SaveFailure } from '../common/saving/SaveFailure';
import { SaveIndicator } from '../common/saving/SaveIndicator';
import { useSession } from '../common/saving/use-session';
import styles from './decisions.module.css';
import { openDecision } from './open-decision';
import { StandingNote } from './StandingNote';

/** The longest name of a session, as the contract takes it. */
const MAX_SESSION_LENGTH = 120;

/** Props of {@link DecisionPanel}. */
export interface DecisionPanelProps {
  readonly venue: VenueId;
  readonly row: DecisionRow;
  readonly kinds: readonly DecisionKind[];
  /** Opens the paper with its reviews. */
  readonly onRead: () => void;
  readonly ref?: Ref<HTMLElement>;
}

/** The decision on one paper. Every change is sent as it is made. Use it under a key of the paper. */
export function DecisionPanel({ venue, row, kinds, onRead, ref }: DecisionPanelProps): ReactNode {
  const known = useMemo(() => ({ content: row.mine, savedAt: row.savedAt }), [row.mine, row.savedAt]);
  // The session outlives the answer it was opened on: a newer answer is adopted, not a reason to start again.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const session = useMemo(() => openDecision(venue, row.number, known), [venue, row.number]);
  const { content, saved, saving } = useSession(session, known, false);
  const [isPreviewing, setPreviewing] = useState(false);
  return (
    <section ref={ref} className={styles['panel']} aria-label={`Decision on paper ${row.number}`}>
      <header className={styles['panelHead']}>
        <h2 className={styles['title']} title={row.title}>
          <span className={styles['number']}>#{row.number}</span> {row.title}
        </h2>
        <div className={styles['line']}>
          <SaveIndicator phase={saving.phase} savedAt={saved.savedAt} />
          <Button size="small" kind="quiet" icon={BookOpen} onPress={onRead}>
            Read the reviews
          </Button>
        </div>
      </header>
      <div className={styles['fields']}>
        {saving.error !== null && (
          <SaveFailure
            error={saving.error}
            retry={session.retry}
            noun="decision"
            toText={() => toDecisionText(row, session.store.getState().content, kinds)}
          />
        )}
        <StandingNote
          standing={row.standing}
          mine={content}
          isMineSaid={saved.savedAt !== null}
          kinds={kinds}
          onTake={session.edit}
        />
        <Recommendations row={row} kinds={kinds} />
        <RadioList
          label="Decision"
          options={kinds}
          value={content.outcome}
          onChange={(outcome: FieldId) => session.edit({ outcome })}
          aside={
            content.outcome !== null && (
              <Button
                size="small"
                kind="quiet"
                ariaLabel="Take the decision back"
                onPress={() => session.edit({ outcome: null })}
              >
                Take back
              </Button>
            )
          }
        />
        <TextField
          label="Session"
          description="Where in the programme, such as Poster session 2."
          value={content.session}
          maxLength={MAX_SESSION_LENGTH}
          onChange={(text) => session.edit({ session: text })}
        />
        <ProseField
          label="Note to the authors"
          value={content.note}
          isPreviewing={isPreviewing}
          onPreview={setPreviewing}
          onChange={(note) => session.edit({ note })}
        />
      </div>
    </section>
  );
}

function Recommendations({
  row,
  kinds,
}: {
  readonly row: DecisionRow;
  readonly kinds: readonly DecisionKind[];
}): ReactNode {
  if (row.recommendations.length === 0)
    return <p className={styles['quiet']}>No chair recommends anything yet.</p>;
  return (
    <ul className={styles['recommended']} aria-label="Recommendations">
      {row.recommendations.map(({ chairName, outcome }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a chair whose computers disagree is there twice
        <li key={index}>
          {chairName} recommends <b>{outcomeLabel(kinds, outcome)}</b>
        </li>
      ))}
    </ul>
  );
}

function toDecisionText(row: DecisionRow, content: DecisionContent, kinds: readonly DecisionKind[]): string {
  const outcome = content.outcome === null ? 'Undecided' : outcomeLabel(kinds, content.outcome);
  return [`#${row.number} ${row.title}`, outcome, content.session, '', content.note].join('\n');
}
