import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { EmptyState } from '@renderer/ui/EmptyState';
import { List } from '@renderer/ui/List';
import { Select } from '@renderer/ui/Select';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import type { FieldId, PaperNumber, VenueId } from '@shared/model/ids';
import { distributeScores, scoreOf } from '@shared/rules/score-distribution';
import { RequestErrorState } from '../common/RequestErrorState';
import { OwnReviewView } from './OwnReviewView';
import styles from './own-scores.module.css';
import { ScoreSteps } from './ScoreSteps';

/** Props of {@link OwnScoresSheet}. */
export interface OwnScoresSheetProps {
  readonly venue: VenueId;
  /** The rating to begin with; null for the overall one. */
  readonly field: FieldId | null;
  /** The paper that is open beneath; null for none. */
  readonly paper: PaperNumber | null;
  readonly onOpenPaper: (paper: PaperNumber) => void;
  readonly onClose: () => void;
}

/**
 * My own reviews side by side: how I used the scale of a rating, which papers got the same, and what I wrote of each. It
 * asks for nothing but my own reviews.
 */
export function OwnScoresSheet({
  venue: id,
  field,
  paper,
  onOpenPaper,
  onClose,
}: OwnScoresSheetProps): ReactNode {
  const venue = useQuery('venue.get', { venue: id });
  const own = useQuery('review.listOwn', { venue: id });
  const [ratingId, setRating] = useState(field);
  const [step, setStep] = useState<number | null>(null);
  const [chosen, choose] = useState(paper);
  const list = useRef<HTMLDivElement>(null);
  const form = venue.data?.form;
  const ratings = form?.fields.filter((one) => one.kind === 'rating') ?? [];
  const rating = ratings.find((one) => one.id === (ratingId ?? form?.overallField)) ?? ratings[0];
  const reviews = own.data ?? [];
  const shown =
    rating === undefined || step === null
      ? reviews
      : reviews.filter(({ answers }) => scoreOf(rating, answers) === step);
  const inHand = shown.find((review) => review.paper === chosen) ?? shown[0];
  const isLoaded = rating !== undefined && own.data !== undefined;
  const error = venue.error ?? own.error;
  useEffect(() => {
    if (isLoaded) list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  }, [isLoaded]);

  return (
    <Dialog
      isOpen
      isDismissable
      size="wide"
      title="My scores side by side"
      onClose={onClose}
      footerNote="Only your own reviews of this venue."
      footer={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button
            kind="primary"
            isDisabled={inHand === undefined || inHand.paper === paper}
            onPress={() => inHand !== undefined && onOpenPaper(inHand.paper)}
          >
            {inHand === undefined || inHand.paper === paper ? 'This paper is open' : `Open #${inHand.paper}`}
          </Button>
        </>
      }
    >
      {!isLoaded && error === null && <SkeletonRows label="Loading my reviews" />}
      {!isLoaded && error !== null && (
        <RequestErrorState what="Your reviews could not be read" error={error} onRetry={own.refetch} />
      )}
      {isLoaded && reviews.length === 0 && (
        <EmptyState title="No scores yet">
          Once you have scored a paper, it is here beside your others.
        </EmptyState>
      )}
      {isLoaded && reviews.length > 0 && form !== undefined && (
        <div className={styles['columns']}>
          <div className={styles['scale']}>
            <Select
              label="Rating"
              options={ratings.map((one) => ({ id: one.id, label: one.label }))}
              value={rating.id}
              onChange={(next) => {
                setRating(next);
                setStep(null);
              }}
            />
            <ScoreSteps
              label={rating.label}
              steps={distributeScores(rating, reviews)}
              chosen={step}
              onChoose={setStep}
            />
          </div>
          <div ref={list} className={styles['papers']}>
            <List
              label={step === null ? 'My reviews' : `Papers that I gave ${step}`}
              items={shown}
              itemKey={(review) => String(review.paper)}
              selectedKey={inHand === undefined ? null : String(inHand.paper)}
              onSelect={(review) => choose(review.paper)}
              onOpen={(review) => review.paper !== paper && onOpenPaper(review.paper)}
              renderItem={(review) => (
                <span className={styles['paper']}>
                  <b className={styles['score']}>{scoreOf(rating, review.answers) ?? '–'}</b>
                  <span className={styles['title']}>
                    <span className={styles['number']}>#{review.paper}</span> {review.title}
                    {review.paper === paper && <span className={styles['number']}> (open)</span>}
                  </span>
                </span>
              )}
            />
          </div>
          {inHand !== undefined && <OwnReviewView form={form} review={inHand} />}
        </div>
      )}
    </Dialog>
  );
}
