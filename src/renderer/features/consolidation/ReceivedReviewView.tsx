import { Lock } from 'lucide-react';
import { useMemo, useState, type ReactNode, type Ref } from 'react';
import { useClock } from '@renderer/bridge/clock';
import { Badge } from '@renderer/ui/Badge';
import { StatusBadge } from '@renderer/ui/StatusBadge';
import type { ReceivedReview, ReceivedVersion } from '@shared/contract/consolidation';
import type { Paper } from '@shared/model/paper';
import type { Venue } from '@shared/model/venue';
import { formatInstant } from '@shared/rules/deadlines';
import { useFocusOnceGone } from '../common/use-focus-once-gone';
import { toAnswerRows, type AnswerRow } from './answer-rows';
import { AnswerView } from './AnswerView';
import { ConflictBanner } from './ConflictBanner';
import { ConflictSheet } from './ConflictSheet';
import { SettledLine } from './SettledLine';
import styles from './reviews-panel.module.css';

/** Props of {@link ReceivedReviewView}. */
export interface ReceivedReviewViewProps {
  readonly venue: Venue;
  readonly paper: Paper;
  readonly review: ReceivedReview;
  readonly onLink: ((url: string) => void) | undefined;
  readonly ref?: Ref<HTMLElement>;
}

/** One received review in full. Where versions part, what differs stands side by side. */
export function ReceivedReviewView({
  venue,
  paper,
  review,
  onLink,
  ref,
}: ReceivedReviewViewProps): ReactNode {
  const { timeZone } = useClock();
  const rows = useMemo(() => toAnswerRows(venue.form, review.versions), [venue.form, review.versions]);
  const isConflict = review.versions.length > 1;
  const [isComparing, setComparing] = useState(false);
  const head = useFocusOnceGone<HTMLElement>(!isConflict, isComparing);
  return (
    <article
      ref={ref}
      tabIndex={-1}
      className={styles['review']}
      aria-label={`Review by ${review.reviewerName}`}
    >
      <header ref={head} className={styles['reviewHead']}>
        <h3 className={styles['reviewer']}>{review.reviewerName}</h3>
        {isConflict ? (
          <StatusBadge kind="problem">Conflict</StatusBadge>
        ) : (
          review.versions[0] && <VersionState version={review.versions[0]} />
        )}
        {review.isLate && <Badge tone="warning">late</Badge>}
        {!review.isAssigned && <Badge tone="warning">not assigned to this paper</Badge>}
        {!isConflict && review.versions[0] && (
          <span className={styles['faint']}>{writtenText(review.versions[0], timeZone)}</span>
        )}
        {!isConflict && (review.versions[0]?.helpedBy ?? []).length > 0 && (
          <span className={styles['faint']}>With help by {review.versions[0]?.helpedBy?.join(', ')}</span>
        )}
      </header>
      {isConflict ? (
        <ConflictBanner
          versionCount={review.versions.length}
          reviewerName={review.reviewerName}
          onCompare={() => setComparing(true)}
        />
      ) : (
        <SettledLine review={review} onCompare={() => setComparing(true)} />
      )}
      {isComparing && (
        <ConflictSheet venue={venue} paper={paper} review={review} onClose={() => setComparing(false)} />
      )}
      {isConflict && (
        <div className={styles['versions']}>
          {review.versions.map((version, index) => (
            <div key={version.hash} className={styles['version']}>
              <b>Version {index + 1}</b> <VersionState version={version} />
              <div className={styles['faint']}>{writtenText(version, timeZone)}</div>
              <code className={styles['faint']} title={version.hash}>
                {version.hash.slice(0, 12)}
              </code>
            </div>
          ))}
        </div>
      )}
      {rows.map((row) => (
        <section
          key={row.id}
          className={styles['answer']}
          data-kind={row.field?.kind ?? 'text'}
          data-different={row.isDifferent || undefined}
        >
          <h4 className={styles['label']}>
            {row.label}
            {row.isForChairs && (
              <span className={styles['private']}>
                <Lock aria-hidden />
                chairs only
              </span>
            )}
            {row.isDifferent && <Badge tone="warning">differs</Badge>}
          </h4>
          <div className={styles['versions']}>
            {shownAnswers(row).map((answer, index) => (
              <div key={index} className={row.isDifferent ? styles['version'] : styles['only']}>
                {row.isDifferent && <div className={styles['faint']}>Version {index + 1}</div>}
                <AnswerView answer={answer} field={row.field} topics={venue.topics} onLink={onLink} />
              </div>
            ))}
          </div>
        </section>
      ))}
      {rows.length === 0 && <p className={styles['faint']}>Nothing was answered.</p>}
    </article>
  );
}

function shownAnswers(row: AnswerRow): AnswerRow['answers'] {
  return row.isDifferent ? row.answers : row.answers.slice(0, 1);
}

function VersionState({ version }: { readonly version: ReceivedVersion }): ReactNode {
  return (
    <>
      <StatusBadge kind={version.state === 'ready' ? 'ready' : 'progress'}>
        {version.state === 'ready' ? 'Ready' : 'Draft, not marked ready'}
      </StatusBadge>
      {version.isOtherForm && <Badge tone="info">another version of the form</Badge>}
    </>
  );
}

function writtenText(version: ReceivedVersion, zone: string): string {
  const earlier = version.earlierCount === 0 ? '' : `, revision ${version.earlierCount + 1}`;
  return `Written ${formatInstant(Date.parse(version.writtenAt), zone)}${earlier}, received ${formatInstant(Date.parse(version.receivedAt), zone)}`;
}
