import { ChevronDown, ChevronUp } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { useCommands } from '@renderer/ui/commands';
import { EmptyState } from '@renderer/ui/EmptyState';
import { ErrorState } from '@renderer/ui/ErrorState';
import { IconButton } from '@renderer/ui/IconButton';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import type { PaperNumber } from '@shared/model/ids';
import type { Venue } from '@shared/model/venue';
import { refusalText } from '@shared/rules/conflict-kinds';
import { RatingsGrid } from './RatingsGrid';
import { ReceivedReviewView } from './ReceivedReviewView';
import styles from './reviews-panel.module.css';

/** Props of {@link ReviewsPanel}. */
export interface ReviewsPanelProps {
  readonly venue: Venue;
  readonly paper: PaperNumber;
  /** Called with an address in a review that a person pressed; without it, addresses are text. */
  readonly onLink?: ((url: string) => void) | undefined;
}

const nextKey = 'Alt+PageDown';
const previousKey = 'Alt+PageUp';

/** The reviews of one paper in full, to be read beside its PDF. Fills its pane and scrolls inside. */
export function ReviewsPanel({ venue, paper: number, onLink }: ReviewsPanelProps): ReactNode {
  const { data, error, refetch } = useQuery('consolidation.getPaper', { venue: venue.id, paper: number });
  const articles = useRef<(HTMLElement | null)[]>([]);
  const [current, setCurrent] = useState(0);
  const count = data?.reviews.length ?? 0;

  const goTo = (index: number): void => {
    const article = articles.current[index];
    if (article == null) return;
    setCurrent(index);
    article.focus({ preventScroll: true });
    article.scrollIntoView({ block: 'start' });
  };
  // The focus tells where a reader is better than what was last pressed.
  const step = (direction: 1 | -1): void => {
    const inHand = articles.current.findIndex((article) => article?.contains(document.activeElement));
    goTo(inHand === -1 ? (direction === 1 ? 0 : count - 1) : inHand + direction);
  };
  useCommands([
    {
      id: 'reviews.next',
      title: 'Next review of this paper',
      section: 'Reviews',
      shortcut: nextKey,
      isEnabled: () => count > 0,
      run: () => step(1),
    },
    {
      id: 'reviews.previous',
      title: 'Previous review of this paper',
      section: 'Reviews',
      shortcut: previousKey,
      isEnabled: () => count > 0,
      run: () => step(-1),
    },
  ]);

  if (data === undefined) {
    if (error === null) return <SkeletonRows label="Loading reviews" count={8} />;
    return (
      <ErrorState
        what="The reviews could not be read"
        why={error.message}
        code={error.code}
        onRetry={refetch}
      />
    );
  }
  return (
    <section className={styles['panel']} aria-label={`Reviews of paper ${number}`}>
      <header className={styles['head']}>
        <h2 className={styles['title']} title={data.paper.title}>
          <span className={styles['faint']}>#{number}</span> {data.paper.title}
        </h2>
        {count > 0 && (
          <nav className={styles['nav']} aria-label="Reviewers">
            {data.reviews.map((review, index) => (
              <Button
                key={review.review}
                size="small"
                kind={index === current ? 'secondary' : 'quiet'}
                onPress={() => goTo(index)}
              >
                {review.reviewerName}
              </Button>
            ))}
            <span className={styles['steps']}>
              <IconButton
                label="Previous review"
                icon={ChevronUp}
                size="small"
                shortcut={previousKey}
                onPress={() => goTo(Math.max(0, current - 1))}
              />
              <IconButton
                label="Next review"
                icon={ChevronDown}
                size="small"
                shortcut={nextKey}
                onPress={() => goTo(Math.min(count - 1, current + 1))}
              />
            </span>
          </nav>
        )}
      </header>
      {/* Focusable, so that long reviews can be scrolled by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div key={number} className={styles['body']} role="group" aria-label="Reviews" tabIndex={0}>
        {error !== null && (
          <Banner tone="warning" title="This may be out of date">
            {error.message}
          </Banner>
        )}
        {data.missing.length > 0 && (
          <Banner
            tone="info"
            title={`${data.missing.length === 1 ? 'A review is' : `${data.missing.length} reviews are`} missing`}
          >
            {data.missing.join(', ')}
          </Banner>
        )}
        {data.refusals.map(({ reviewer, reviewerName, refusal }) => (
          <Banner key={reviewer} tone="info" title={`${reviewerName} will not review this paper`}>
            {refusalText(refusal)}
          </Banner>
        ))}
        {count === 0 ? (
          <EmptyState title="No reviews yet">
            Import the bundles that reviewers send, and they are here.
          </EmptyState>
        ) : (
          <RatingsGrid form={venue.form} reviews={data.reviews} />
        )}
        {data.reviews.map((review, index) => (
          <ReceivedReviewView
            key={review.review}
            ref={(article) => {
              articles.current[index] = article;
            }}
            venue={venue}
            paper={data.paper}
            review={review}
            onLink={onLink}
          />
        ))}
      </div>
    </section>
  );
}
