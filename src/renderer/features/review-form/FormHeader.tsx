import type { ReactNode } from 'react';
import { ReviewStatusBadge } from '../common/ReviewStatusBadge';
import { SaveIndicator } from '../common/saving/SaveIndicator';
import { ReviewLength } from './ReviewLength';
import { useForm, useReview } from './session-context';
import styles from './review-form.module.css';

/** Which review this is, where it stands, and whether it is saved. Stays in view. */
export function FormHeader(): ReactNode {
  const { paper, isReadOnly } = useForm();
  const status = useReview((state) => state.draft.status);
  const phase = useReview((state) => state.saving.phase);
  const savedAt = useReview((state) => state.draft.savedAt);
  return (
    <header className={styles['header']}>
      <h2 className={styles['title']} title={paper.title}>
        <span className={styles['number']}>#{paper.number}</span> {paper.title}
      </h2>
      <div className={styles['state']}>
        <span className={styles['standing']}>
          <ReviewStatusBadge status={status} />
          <ReviewLength />
        </span>
        {!isReadOnly && <SaveIndicator phase={phase} savedAt={savedAt} />}
      </div>
    </header>
  );
}
