import type { ReactNode } from 'react';
import { DescriptionList } from '@renderer/ui/DescriptionList';
import { LazyMarkdown } from '@renderer/ui/LazyMarkdown';
import type { OwnReview } from '@shared/contract/own-scores';
import type { ReviewForm } from '@shared/model/form';
import { scoreOf } from '@shared/rules/score-distribution';
import { ReviewStatusBadge } from '../common/ReviewStatusBadge';
import styles from './own-scores.module.css';

/** Props of {@link OwnReviewView}. */
export interface OwnReviewViewProps {
  readonly form: ReviewForm;
  readonly review: OwnReview;
}

/** One of my reviews, to compare with: its scores, and its texts as they read. */
export function OwnReviewView({
  form,
  review: { paper, title, status, answers },
}: OwnReviewViewProps): ReactNode {
  const scores = form.fields.flatMap((field) => {
    const score = field.kind === 'rating' ? scoreOf(field, answers) : null;
    return score === null ? [] : [{ term: field.label, value: String(score) }];
  });
  const texts = form.fields.flatMap((field) => {
    const answer = answers[field.id];
    return answer?.kind === 'text' ? [{ field, text: answer.text }] : [];
  });
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
    <section className={styles['review']} aria-label={`My review of paper ${paper}`} tabIndex={0}>
      <h3 className={styles['heading']}>
        #{paper} {title}
      </h3>
      <ReviewStatusBadge status={status} />
      {scores.length > 0 && <DescriptionList items={scores} />}
      {texts.map(({ field, text }) => (
        <div key={field.id}>
          <h4 className={styles['label']}>{field.label}</h4>
          <LazyMarkdown text={text} />
        </div>
      ))}
      {texts.length === 0 && <p className={styles['label']}>No text yet.</p>}
    </section>
  );
}
