import { Network, TrendingUp, Wrench } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { useQuery } from '@renderer/bridge/queries';
import { useJob } from '@renderer/bridge/use-job';
import { Button } from '@renderer/ui/Button';
import { useCommands } from '@renderer/ui/commands';
import { EmptyState } from '@renderer/ui/EmptyState';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import { VisuallyHidden } from '@renderer/ui/VisuallyHidden';
import type { AssignmentDesk, AssignmentSettings, Pair } from '@shared/contract/assignment';
import type { PaperNumber, PersonId, VenueId } from '@shared/model/ids';
import { JobProgressBar } from '../common/JobProgressBar';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { RequestErrorState } from '../common/RequestErrorState';
import { assignmentCommands } from './assignment-commands';
import styles from './assignment.module.css';
import { FairnessCurve } from './FairnessCurve';
import { isSamePair } from './PaperPanel';
import { ReviewersPanel } from './ReviewersPanel';
import { RulesPanel } from './RulesPanel';
import { RunHead } from './RunHead';
import { RunPapers } from './RunPapers';
import { useShownRun } from './use-shown-run';

/** Props of {@link AssignmentDeskView}. */
export interface AssignmentDeskViewProps {
  readonly venue: VenueId;
  /** The paper in hand; null for none. */
  readonly activePaper: PaperNumber | null;
  readonly onActivePaper: (paper: PaperNumber) => void;
  /** What stands is to be written into bundles. */
  readonly onWriteBundles: () => void;
}

/** Who is to review what: the rules, an assignment that is proved to be the best, why, and changes to it. */
export function AssignmentDeskView(props: AssignmentDeskViewProps): ReactNode {
  const { data: desk, error, refetch } = useQuery('assignment.getDesk', { venue: props.venue });
  if (desk === undefined) {
    if (error === null) return <SkeletonRows label="Loading the assignment" count={10} />;
    return <RequestErrorState what="The assignment could not be read" error={error} onRetry={refetch} />;
  }
  return <LoadedDesk {...props} desk={desk} />;
}

/** How finely the curve is traced. */
const STEPS = 8;

function LoadedDesk({
  venue,
  desk,
  ...props
}: AssignmentDeskViewProps & { readonly desk: AssignmentDesk }): ReactNode {
  const [edits, setEdits] = useState<Partial<AssignmentSettings>>({});
  const settings: AssignmentSettings = { ...desk.settings, floor: null, ...edits };
  const [declined, setDeclined] = useState<readonly Pair[]>([]);
  const [gone, setGone] = useState<readonly PersonId[]>([]);
  const [refusal, setRefusal] = useState<RequestError | null>(null);
  const [isAccepting, setAccepting] = useState(false);
  const { run, show } = useShownRun(venue, desk);
  const assign = useJob('assignment.run');
  const trace = useJob('assignment.trace');
  const repair = useJob('assignment.repair');
  const importing = useJob('assignment.importTables');
  const jobs = [assign, trace, repair, importing];
  const running = jobs.find(({ view }) => view.status === 'running');
  const isBusy = running !== undefined || isAccepting;
  const isWhole =
    settings.minLoad <= settings.maxLoad && Object.values(settings.weights).some((weight) => weight > 0);
  const canAssign = !isBusy && isWhole && desk.reviewers.length > 0;
  const lossCount = declined.length + gone.length;
  const stands = desk.runs.some(({ acceptedAt }) => acceptedAt !== null);
  const curve = trace.view.status === 'done' ? trace.view.result : null;

  const begin = async (act: () => Promise<number | undefined>): Promise<void> => {
    setRefusal(null);
    for (const job of [assign, repair, importing]) job.reset();
    const shown = await act();
    if (shown !== undefined) show(shown);
  };
  const startRun = (): Promise<void> => begin(async () => (await assign.start({ venue, settings }))?.id);
  const startTrace = (): Promise<void> =>
    begin(async () => (await trace.start({ venue, settings, steps: STEPS }))?.points[0]?.run);
  const startRepair = (): Promise<void> =>
    begin(async () => {
      const found = await repair.start({ venue, settings, declined: [...declined], gone: [...gone] });
      if (found !== null) {
        setDeclined([]);
        setGone([]);
      }
      return found?.id;
    });
  const accept = async (): Promise<void> => {
    if (run === null) return;
    setRefusal(null);
    setAccepting(true);
    try {
      await request('assignment.accept', { venue, run: run.id, due: desk.due });
    } catch (thrown) {
      setRefusal(toRequestError(thrown));
    }
    setAccepting(false);
  };
  useCommands(
    assignmentCommands({
      canAssign,
      canRepair: canAssign && stands,
      assign: () => void startRun(),
      trace: () => void startTrace(),
      repair: () => void startRepair(),
    }),
  );
  const failed = [assign, trace, repair].find(({ view }) => view.status === 'failed')?.view;
  const failure =
    refusal ?? (failed?.status === 'failed' && failed.error.code !== 'CANCELLED' ? failed.error : null);

  return (
    <div className={styles['desk']}>
      <VisuallyHidden>
        <h1>Assignment</h1>
      </VisuallyHidden>
      {/* Focusable, so that it can be scrolled by keyboard where all its fields are disabled. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['rules']} role="group" aria-label="What to go by" tabIndex={0}>
        {curve !== null && <FairnessCurve curve={curve} shown={run?.id ?? null} onShow={show} />}
        <ReviewersPanel
          desk={desk}
          isDisabled={isBusy}
          onImport={(tables) => {
            trace.reset();
            return importing.start({ venue, ...tables });
          }}
          refusal={importing.view.status === 'failed' ? importing.view.error : null}
        />
        <RulesPanel
          settings={settings}
          isDisabled={isBusy}
          onChange={(change) => {
            // The curve of other rules is not theirs.
            if (trace.view.status === 'done') trace.reset();
            setEdits((now) => ({ ...now, ...change }));
          }}
        />
        <div className={styles['deeds']}>
          <Button
            kind={run === null ? 'primary' : 'secondary'}
            icon={Network}
            isDisabled={!canAssign}
            onPress={() => void startRun()}
          >
            Assign
          </Button>
          <Button icon={TrendingUp} isDisabled={!canAssign} onPress={() => void startTrace()}>
            Fairness
          </Button>
          {stands && (
            <Button icon={Wrench} isDisabled={!canAssign} onPress={() => void startRepair()}>
              {lossCount === 0 ? 'Repair' : `Repair (${lossCount})`}
            </Button>
          )}
        </div>
      </div>
      <div className={styles['result']}>
        {running?.view.status === 'running' && (
          <div className={styles['running']}>
            <JobProgressBar
              progress={running.view.progress}
              fallback="Looking for the best assignment"
              action={
                <Button size="small" onPress={running.cancel} isPending={running.view.isStopping}>
                  Stop
                </Button>
              }
            />
          </div>
        )}
        {failure !== null && (
          <RequestErrorBanner title="There is no assignment of that kind" error={failure} />
        )}
        {run === null ? (
          <EmptyState title="Nothing is assigned yet" icon={Network}>
            {desk.reviewers.length === 0
              ? 'Add a table of reviewers, then press Assign.'
              : 'Press Assign: you see who gets what, and why, before anything stands.'}
          </EmptyState>
        ) : (
          <>
            <RunHead
              run={run}
              runs={desk.runs}
              onShow={show}
              onAccept={() => void accept()}
              isAccepting={isAccepting}
              onWriteBundles={props.onWriteBundles}
              isDisabled={isBusy}
            />
            <RunPapers
              venue={venue}
              run={run}
              activePaper={props.activePaper}
              onActivePaper={props.onActivePaper}
              isDisabled={isBusy}
              onShow={show}
              declined={declined}
              gone={gone}
              onGone={(person) =>
                setGone((now) =>
                  now.includes(person) ? now.filter((one) => one !== person) : [...now, person],
                )
              }
              onDecline={
                run.acceptedAt === null
                  ? null
                  : (pair) =>
                      setDeclined((now) =>
                        now.some((one) => isSamePair(one, pair))
                          ? now.filter((one) => !isSamePair(one, pair))
                          : [...now, pair],
                      )
              }
            />
          </>
        )}
      </div>
    </div>
  );
}
