import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import { Badge } from '@renderer/ui/Badge';
import { Banner } from '@renderer/ui/Banner';
import { LazyMarkdown } from '@renderer/ui/LazyMarkdown';
import { StatusBadge } from '@renderer/ui/StatusBadge';
import type { ReceivedMetaReview, ReceivedMetaVersion } from '@shared/contract/consolidation';
import type { DecisionKind } from '@shared/model/venue';
import { formatInstant } from '@shared/rules/deadlines';
import { factsOf } from './meta-review-words';
import styles from './meta-review.module.css';

/** Props of {@link OtherMetaReview}. */
export interface OtherMetaReviewProps {
  readonly review: ReceivedMetaReview;
  readonly kinds: readonly DecisionKind[];
  readonly onLink: ((url: string) => void) | undefined;
}

/** Another chair's meta-review, to be read; where that chair's computers disagree, every version of it. */
export function OtherMetaReview({ review, kinds, onLink }: OtherMetaReviewProps): ReactNode {
  const { chairName, versions } = review;
  const isParted = versions.length > 1;
  return (
    <article className={styles['other']} aria-label={`Meta-review by ${chairName}`}>
      <h3 className={styles['name']}>{chairName}</h3>
      {isParted && (
        <Banner tone="warning" title={`${versions.length} versions`}>
          Computers of {chairName} say different things. Ask which one counts; a newer export settles it.
        </Banner>
      )}
      {versions.map((version) => (
        <div key={version.hash} className={isParted ? styles['version'] : styles['only']}>
          <VersionFacts version={version} kinds={kinds} />
          {version.content.text.trim() === '' ? (
            <p className={styles['quiet']}>No text.</p>
          ) : (
            <LazyMarkdown text={version.content.text} onLink={onLink} />
          )}
        </div>
      ))}
    </article>
  );
}

function VersionFacts({
  version,
  kinds,
}: {
  readonly version: ReceivedMetaVersion;
  readonly kinds: readonly DecisionKind[];
}): ReactNode {
  const { timeZone } = useClock();
  return (
    <div className={styles['facts']}>
      <span>{factsOf(version.content, kinds).join(', ')}</span>
      {version.content.needsDiscussion && <Badge tone="warning">needs discussion</Badge>}
      {version.isOutdated && <StatusBadge kind="changed">Stands on reviews that changed since</StatusBadge>}
      <span className={styles['quiet']}>
        Written {formatInstant(Date.parse(version.writtenAt), timeZone)}
      </span>
    </div>
  );
}
