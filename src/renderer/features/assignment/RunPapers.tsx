import { useMemo, useState, type ReactNode } from 'react';
import { useJob } from '@renderer/bridge/use-job';
import { EmptyState } from '@renderer/ui/EmptyState';
import { Table } from '@renderer/ui/Table';
import type { AssignmentRunDetail, Pair, ReplacementOption } from '@shared/contract/assignment';
import type { PaperNumber, PersonId, VenueId } from '@shared/model/ids';
import { JobProgressBar } from '../common/JobProgressBar';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import styles from './assignment.module.css';
import { PaperPanel } from './PaperPanel';
import { ReplacementList } from './ReplacementList';
import { runColumns } from './run-columns';

/** Props of {@link RunPapers}. */
export interface RunPapersProps {
  readonly venue: VenueId;
  readonly run: AssignmentRunDetail;
  readonly activePaper: PaperNumber | null;
  readonly onActivePaper: (paper: PaperNumber) => void;
  /** Another assignment is to be shown: a change makes a new one. */
  readonly onShow: (run: number) => void;
  readonly declined: readonly Pair[];
  readonly onDecline: ((pair: Pair) => void) | null;
  /** Who takes nothing any more, so far. */
  readonly gone: readonly PersonId[];
  readonly onGone: (person: PersonId) => void;
  readonly isDisabled: boolean;
}

/** The papers with who got them, and beside them why, for the one in hand. */
export function RunPapers({ venue, run, activePaper, ...props }: RunPapersProps): ReactNode {
  const [replaced, setReplaced] = useState<Pair | null>(null);
  const listing = useJob('assignment.listReplacements');
  const change = useJob('assignment.change');
  const columns = useMemo(() => runColumns(run), [run]);
  const paper = run.papers.find(({ number }) => number === activePaper) ?? run.papers[0];
  const isBusy = props.isDisabled || change.view.status === 'running';
  const replace = (pair: Pair): void => {
    change.reset();
    setReplaced(pair);
    void listing.start({ venue, run: run.id, ...pair });
  };
  const take = async ({ remove, add }: ReplacementOption): Promise<void> => {
    const changed = await change.start({ venue, run: run.id, remove: [...remove], add: [...add] });
    if (changed === null) return;
    setReplaced(null);
    props.onShow(changed.id);
  };
  const failed = [listing.view, change.view].find(({ status }) => status === 'failed');
  return (
    <div className={styles['sides']}>
      <div className={styles['table']}>
        <Table
          label="Papers and their reviewers"
          rows={run.papers}
          columns={columns}
          rowKey={({ number }) => String(number)}
          activeKey={paper === undefined ? null : String(paper.number)}
          onActiveChange={({ number }) => {
            setReplaced(null);
            props.onActivePaper(number);
          }}
          empty={<EmptyState title="No papers" />}
        />
      </div>
      {/* Focusable, so that it can be scrolled by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['side']} role="group" aria-label="Why" tabIndex={0}>
        {paper !== undefined && (
          <PaperPanel
            run={run}
            paper={paper}
            replaced={replaced}
            onReplace={replace}
            declined={props.declined}
            onDecline={props.onDecline}
            gone={props.gone}
            onGone={props.onGone}
            isDisabled={isBusy}
          >
            {listing.view.status === 'running' && (
              <JobProgressBar progress={listing.view.progress} fallback="Comparing replacements" />
            )}
            {failed?.status === 'failed' && (
              <RequestErrorBanner title="That cannot be changed" error={failed.error} />
            )}
            {listing.view.status === 'done' && (
              <ReplacementList
                options={listing.view.result}
                isDisabled={isBusy}
                onTake={(option) => void take(option)}
              />
            )}
          </PaperPanel>
        )}
      </div>
    </div>
  );
}
