import { memo, type ReactNode } from 'react';
import { ReviewStatusBadge } from '../common/ReviewStatusBadge';
import { SaveIndicator } from '../common/saving/SaveIndicator';
import { ReviewLength } from './ReviewLength';
import { useForm, useReview } from './session-context';
import styles from './review-form.module.css';

/** Which review this is, where it stands, and whether it is saved. Stays in view. */
export const FormHeader = memo(function FormHeader(): ReactNode {
  const { paper, isReadOnly } = useForm();
  const status = useReview((state) => state.draft.status);
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
        {!isReadOnly && <Saved />}
      </div>
    </header>
  );
});

/** Whether it is saved: all of the head that changes with each key. */
function Saved(): ReactNode {
  const phase = useReview((state) => state.saving.phase);
  const savedAt = useReview((state) => state.draft.savedAt);
  return <SaveIndicator phase={phase} savedAt={savedAt} />;
}
