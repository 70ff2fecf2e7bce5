import { ArrowLeftRight, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@renderer/ui/Badge';
import { Button } from '@renderer/ui/Button';
import { SectionHeader } from '@renderer/ui/SectionHeader';
import type { AssignedPair, AssignmentRunDetail, Pair } from '@shared/contract/assignment';
import type { PersonId } from '@shared/model/ids';
import styles from './assignment.module.css';
import { formatScore, levelNames } from './assignment-words';
import type { RunPaper } from './run-columns';

/** Props of {@link PaperPanel}. */
export interface PaperPanelProps {
  readonly run: AssignmentRunDetail;
  readonly paper: RunPaper;
  /** The reviewer whose place is being given to somebody else. */
  readonly replaced: Pair | null;
  readonly onReplace: (pair: Pair) => void;
  /** Who gave it back, so far. */
  readonly declined: readonly Pair[];
  /** Notes that a reviewer gave a paper back, or takes that back; left out where nothing stands to repair. */
  readonly onDecline: ((pair: Pair) => void) | null;
  /** Who takes nothing any more, so far. */
  readonly gone: readonly PersonId[];
  /** Notes that a reviewer takes nothing any more, or takes that back. */
  readonly onGone: (person: PersonId) => void;
  readonly isDisabled: boolean;
  /** Below the reviewers: who could take the place. */
  readonly children: ReactNode;
}

const terms = [
  ['topics', 'Topics'],
  ['text', 'Texts'],
  ['bid', 'Bid'],
] as const;

/** Why a paper got its reviewers, and what can be done about each. */
export function PaperPanel({ run, paper, children, ...props }: PaperPanelProps): ReactNode {
  const people = new Map(run.reviewers.map((one) => [one.person, one]));
  const broken = run.broken.filter((rule) => rule.paper === paper.number);
  return (
    <section className={styles['panel']} aria-label={`Reviewers of paper ${paper.number}`}>
      <SectionHeader title={`#${paper.number}`} note={formatScore(paper.total)} level={2} />
      <p className={styles['paperTitle']}>{paper.title}</p>
      {broken.map(({ sentence }) => (
        <p key={sentence} className={styles['problem']}>
          {sentence}
        </p>
      ))}
      <ul className={styles['reviewers']}>
        {paper.pairs.map((pair) => {
          const person = people.get(pair.person);
          const name = person?.name ?? pair.person;
          const place: Pair = { paper: pair.paper, person: pair.person };
          const isGone = props.gone.includes(pair.person);
          const isDeclined = props.declined.some((one) => isSamePair(one, place));
          return (
            <li key={pair.person}>
              <div className={styles['who']}>
                <b>{name}</b> <span className={styles['score']}>{formatScore(pair.score)}</span>
              </div>
              <div className={styles['faint']}>
                {person?.institution !== '' && `${person?.institution}, `}
                {person?.load} of {person?.max} papers
              </div>
              <TermBars pair={pair} />
              <div className={styles['acts']}>
                <Badge tone={pair.level === 'expert' ? 'success' : 'neutral'}>{levelNames[pair.level]}</Badge>
                <Button
                  size="small"
                  kind="quiet"
                  icon={ArrowLeftRight}
                  ariaLabel={`Replace ${name} on paper ${pair.paper}`}
                  isDisabled={props.isDisabled}
                  onPress={() => props.onReplace(place)}
                >
                  Replace...
                </Button>
                {props.onDecline !== null && (
                  <Button
                    size="small"
                    kind="quiet"
                    icon={UserX}
                    ariaLabel={`${isDeclined ? 'Not declined after all' : 'Declined'}: ${name}, paper ${pair.paper}`}
                    isDisabled={props.isDisabled}
                    onPress={() => props.onDecline?.(place)}
                  >
                    {isDeclined ? 'Keep' : 'Declined'}
                  </Button>
                )}
                {props.onDecline !== null && (
                  <Button
                    size="small"
                    kind="quiet"
                    ariaLabel={`${isGone ? 'Not gone after all' : 'Takes nothing any more'}: ${name}`}
                    isDisabled={props.isDisabled}
                    onPress={() => props.onGone(pair.person)}
                  >
                    {isGone ? 'Not gone' : 'Gone'}
                  </Button>
                )}
              </div>
              {props.replaced !== null && isSamePair(props.replaced, place) && children}
            </li>
          );
        })}
      </ul>
      {paper.pairs.length === 0 && <p className={styles['faint']}>Nobody.</p>}
    </section>
  );
}

/** Whether two pairs are of one person and one paper. */
export function isSamePair(a: Pair, b: Pair): boolean {
  return a.paper === b.paper && a.person === b.person;
}

function TermBars({ pair }: { readonly pair: AssignedPair }): ReactNode {
  return (
    <dl className={styles['terms']}>
      {terms.map(([name, label]) => {
        const value = pair.terms[name];
        return (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              {value === null ? (
                <span className={styles['faint']}>not known</span>
              ) : (
                <>
                  <meter min={0} max={1_000_000} value={Math.max(0, value)} aria-hidden />
                  {formatScore(value)}
                </>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
