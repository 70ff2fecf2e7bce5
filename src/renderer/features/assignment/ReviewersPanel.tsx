import { Upload } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { Button } from '@renderer/ui/Button';
import { SectionHeader } from '@renderer/ui/SectionHeader';
import type { AssignmentDesk, ReviewersImported } from '@shared/contract/assignment';
import type { FileToken } from '@shared/model/ids';
import { formatCount } from '../common/format';
import styles from './assignment.module.css';

/** Props of {@link ReviewersPanel}. */
export interface ReviewersPanelProps {
  readonly desk: AssignmentDesk;
  readonly isDisabled: boolean;
  /** Takes in a table; null when it was refused or stopped. */
  readonly onImport: (tables: {
    reviewersTable: FileToken | null;
    bidsTable: FileToken | null;
  }) => Promise<ReviewersImported | null>;
  /** Why the last table was refused. */
  readonly refusal: RequestError | null;
}

/** Who can review, what is known of them, and where more of it comes in. */
export function ReviewersPanel({ desk, isDisabled, onImport, refusal }: ReviewersPanelProps): ReactNode {
  const [failure, setFailure] = useState<RequestError | null>(null);
  const [done, setDone] = useState<ReviewersImported | null>(null);
  const { reviewers, paperCount } = desk;
  const withTopics = reviewers.filter(({ hasTopics }) => hasTopics).length;
  const withText = reviewers.filter(({ hasExpertise }) => hasExpertise).length;
  const bids = reviewers.reduce((sum, one) => sum + one.bids, 0);
  const choose = async (purpose: 'reviewers-table' | 'bids-table'): Promise<void> => {
    setFailure(null);
    setDone(null);
    try {
      const [file] = await request('file.choose', { purpose, suggestedName: null });
      if (file === undefined) return;
      const [reviewersTable, bidsTable] =
        purpose === 'reviewers-table' ? [file.token, null] : [null, file.token];
      setDone(await onImport({ reviewersTable, bidsTable }));
    } catch (thrown) {
      setFailure(toRequestError(thrown));
    }
  };
  const error = failure ?? refusal;
  const problems = error?.detail?.split('\n') ?? [];
  return (
    <section className={styles['group']} aria-label="Reviewers">
      <SectionHeader title="Reviewers" level={2} />
      <p>
        {formatCount(reviewers.length, 'reviewer')} for {formatCount(paperCount, 'paper')}.
        {reviewers.length > 0 && (
          <span className={styles['faint']}>
            {' '}
            {withTopics} with topics, {withText} with texts, {formatCount(bids, 'bid')}.
          </span>
        )}
      </p>
      <div className={styles['acts']}>
        <Button
          size="small"
          icon={Upload}
          isDisabled={isDisabled}
          onPress={() => void choose('reviewers-table')}
        >
          Reviewers...
        </Button>
        <Button
          size="small"
          icon={Upload}
          isDisabled={isDisabled || reviewers.length === 0}
          onPress={() => void choose('bids-table')}
        >
          Bids...
        </Button>
      </div>
      {error !== null && (
        <div className={styles['problem']} role="alert">
          {error.message}
          {problems.length > 1 && (
            <ul>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {done !== null && error === null && (
        <p role="status" className={styles['faint']}>
          Took in {formatCount(done.reviewerCount, 'reviewer')} and {formatCount(done.bidCount, 'bid')}.
        </p>
      )}
      <details className={styles['guide']}>
        <summary>Columns of these tables</summary>
        <p>
          Reviewers: <code>email</code>, <code>name</code>; and if you like <code>institution</code>,{' '}
          <code>topics</code> (ids, the best known first), <code>expertise</code> (any text), <code>min</code>
          , <code>max</code>, <code>conflicts</code> (papers, addresses or domains). Lists are separated by ;
        </p>
        <p>
          Bids: <code>paper</code>, <code>email</code>, <code>bid</code>: yes, maybe, no or conflict.
        </p>
      </details>
    </section>
  );
}
