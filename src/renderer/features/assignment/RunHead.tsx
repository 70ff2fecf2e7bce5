import { Check, PackagePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { Select } from '@renderer/ui/Select';
import type { AssignmentRun } from '@shared/contract/assignment';
import { formatCount } from '../common/format';
import styles from './assignment.module.css';
import { formatScore, proofOf, titleOf } from './assignment-words';

/** Props of {@link RunHead}. */
export interface RunHeadProps {
  readonly run: AssignmentRun;
  /** All that are remembered, the newest first. */
  readonly runs: readonly AssignmentRun[];
  readonly onShow: (run: number) => void;
  readonly onAccept: () => void;
  readonly onWriteBundles: () => void;
  readonly isAccepting: boolean;
  readonly isDisabled: boolean;
}

/** What an assignment comes to, whether it keeps every rule, and the way to make it stand. */
export function RunHead({ run, runs, onShow, onAccept, ...props }: RunHeadProps): ReactNode {
  const [standing] = runs
    .filter(({ acceptedAt }) => acceptedAt !== null)
    .toSorted((a, b) => ((a.acceptedAt ?? '') < (b.acceptedAt ?? '') ? 1 : -1));
  const mean = run.total / Math.max(1, run.paperCount);
  return (
    <>
      <div className={styles['runHead']}>
        <div className={styles['runs']}>
          <Select
            label="Assignment"
            isLabelHidden
            value={String(run.id)}
            onChange={(id) => onShow(Number(id))}
            options={runs.map((one) => ({ id: String(one.id), label: titleOf(one) }))}
          />
        </div>
        <p className={styles['totals']}>
          Total <b>{formatScore(run.total)}</b>, a paper <b>{formatScore(mean)}</b> on average and{' '}
          <b>{formatScore(run.worst)}</b> at worst
        </p>
        <Button
          kind={run.acceptedAt === null ? 'primary' : 'secondary'}
          icon={Check}
          isPending={props.isAccepting}
          isDisabled={props.isDisabled}
          onPress={onAccept}
        >
          {run.acceptedAt === null ? 'Accept' : 'Accept again'}
        </Button>
      </div>
      {run.broken.length === 0 ? (
        <p className={styles['proof']}>Every rule is kept. {proofOf(run)}</p>
      ) : (
        <Banner
          tone="danger"
          title={
            run.method === 'hand'
              ? `${formatCount(run.broken.length, 'rule')} broken`
              : 'Not every rule can be kept. This is the least that has to give way:'
          }
        >
          <ul className={styles['brokenList']}>
            {run.broken.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Banner>
      )}
      {run.id === standing?.id && (
        <div className={styles['stands']}>
          <p className={styles['proof']}>This is what stands. Reviewers hear of it by their bundles.</p>
          <Button size="small" icon={PackagePlus} onPress={props.onWriteBundles}>
            Write bundles...
          </Button>
        </div>
      )}
      {run.kind === 'repair' && (
        <p className={styles['proof']}>
          {formatCount(run.added.length, 'review')} given to others; besides what was lost,{' '}
          {run.removed.length === 0
            ? 'nobody loses a paper'
            : `${formatCount(run.removed.length, 'review')} moved`}
          .
        </p>
      )}
      <p className={styles['facts']}>
        {formatCount(run.pairCount, 'possible pair')}
        {run.isEveryPair ? ', all compared' : ', the best of each paper and reviewer'}; full text of{' '}
        {run.fullTextCount} of {formatCount(run.paperCount, 'paper')}; seed {run.settings.seed}; inputs{' '}
        <code>{run.inputsSha256.slice(0, 12)}</code>
      </p>
    </>
  );
}
