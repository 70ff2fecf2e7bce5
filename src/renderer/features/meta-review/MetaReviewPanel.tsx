import type { ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { Banner } from '@renderer/ui/Banner';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { RequestErrorState } from '../common/RequestErrorState';
import { DecisionNote } from './DecisionNote';
import { MetaReviewForm } from './MetaReviewForm';
import styles from './meta-review.module.css';
import { OtherMetaReview } from './OtherMetaReview';

/** Props of {@link MetaReviewPanel}. */
export interface MetaReviewPanelProps {
  readonly venue: VenueId;
  readonly paper: PaperNumber;
  /** Whether it is folded away, so that others have to say that something is not saved. */
  readonly isHidden: boolean;
  /** Called with an address in a text that a person pressed; without it, addresses are text. */
  readonly onLink?: ((url: string) => void) | undefined;
}

/** My meta-review of a paper, those of others, and what was decided. Fills its pane and scrolls inside. */
export function MetaReviewPanel({ venue, paper, isHidden, onLink }: MetaReviewPanelProps): ReactNode {
  const { data, error, refetch } = useQuery('consolidation.getPaper', { venue, paper });
  if (data === undefined) {
    if (error === null) return <SkeletonRows label="Loading the meta-review" count={8} />;
    return <RequestErrorState what="The meta-review could not be read" error={error} onRetry={refetch} />;
  }
  return (
    <section className={styles['panel']} aria-label={`Meta-review of paper ${paper}`}>
      <h2 className={styles['title']} title={data.paper.title}>
        <span className={styles['number']}>#{paper}</span> {data.paper.title}
      </h2>
      {/* Focusable, so that long texts can be scrolled by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['body']} role="group" aria-label="Meta-reviews" tabIndex={0}>
        {error !== null && (
          <Banner tone="warning" title="This may be out of date">
            {error.message}
          </Banner>
        )}
        <DecisionNote decisions={data.decisions} kinds={data.decisionKinds} />
        <MetaReviewForm key={paper} venue={venue} view={data} isHidden={isHidden} />
        {data.metaReviews.map((review) => (
          <OtherMetaReview key={review.chair} review={review} kinds={data.decisionKinds} onLink={onLink} />
        ))}
        {data.metaReviews.length === 0 && (
          <p className={styles['quiet']}>
            No meta-review of another chair has come in. They come with consolidation bundles.
          </p>
        )}
      </div>
    </section>
  );
}
