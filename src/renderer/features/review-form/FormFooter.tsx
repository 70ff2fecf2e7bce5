import { memo, useMemo, type ReactNode } from 'react';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { Kbd } from '@renderer/ui/Kbd';
import { StatusBadge } from '@renderer/ui/StatusBadge';
import type { FieldId } from '@shared/model/ids';
import { shortcomingsOnScreen } from './form-sections';
import styles from './review-form.module.css';
import type { ReviewState } from './review-session';
import { useForm, useReview, useReviewAtRest } from './session-context';

const answersOf = (state: ReviewState): ReviewState['answers'] => state.answers;

/** Props of {@link FormFooter}. */
export interface FormFooterProps {
  readonly onGoTo: (field: FieldId) => void;
  readonly onMarkReady: () => void;
  readonly onTakeBack: () => void;
  /** What stands above the acts. */
  readonly children?: ReactNode;
}

/** What is missing, each a way to its field; then "Mark ready", or "Ready" and the way back. */
export const FormFooter = memo(function FormFooter({
  onGoTo,
  onMarkReady,
  onTakeBack,
  children,
}: FormFooterProps): ReactNode {
  const { venue } = useForm();
  const answers = useReviewAtRest(answersOf);
  const isReady = useReview((state) => state.draft.isReady);
  const isMarking = useReview((state) => state.isMarking);
  const isLackShown = useReview((state) => state.isLackShown);
  const refusal = useReview((state) => state.refusal);
  const lacking = useMemo(() => shortcomingsOnScreen(venue.form, answers), [venue.form, answers]);
  const isUrgent = isLackShown && lacking.length > 0;

  return (
    <footer className={styles['footer']}>
      {refusal !== null && (
        <Banner tone="danger" title={isReady ? 'Could not be taken back' : 'Could not be marked ready'}>
          {refusal.message}
        </Banner>
      )}
      {children}
      <div className={styles['end']}>
        <div className={styles['missing']} data-urgent={isUrgent || undefined}>
          {lacking.length === 0 ? (
            <span className={styles['complete']}>{isReady ? 'Ready to export.' : 'Nothing is missing.'}</span>
          ) : (
            <>
              <span>Missing: </span>
              <ul aria-label="Missing">
                {lacking.map((lack) => (
                  <li key={lack.field}>
                    <button type="button" onClick={() => onGoTo(lack.field)}>
                      {lack.label}
                      {lack.reason !== 'missing' && <span> ({lack.reason})</span>}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
          <span role="status" className={styles['spoken']}>
            {isUrgent &&
              `Not ready yet. ${lacking.map(({ label, reason }) => `${label}: ${reason}`).join('; ')}.`}
          </span>
        </div>
        {isReady ? (
          <span className={styles['acts']}>
            <StatusBadge kind="ready">Ready</StatusBadge>
            <Button onPress={onTakeBack} isPending={isMarking}>
              Take back
            </Button>
          </span>
        ) : (
          <span className={styles['acts']}>
            <Kbd shortcut="Mod+Enter" />
            <Button kind="primary" onPress={onMarkReady} isPending={isMarking}>
              Mark ready
            </Button>
          </span>
        )}
      </div>
    </footer>
  );
});
