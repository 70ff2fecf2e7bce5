import { useDeferredValue, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { EmptyState } from '@renderer/ui/EmptyState';
import { ErrorState } from '@renderer/ui/ErrorState';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import { Table } from '@renderer/ui/Table';
import { sortRows } from '@renderer/ui/table-column';
import { toast } from '@renderer/ui/toasts';
import type { PaperRow } from '@shared/contract/consolidation';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import type { Calibration } from '@shared/rules/calibration/calibrate';
import { copyText } from '../common/copy-text';
import { formatCount } from '../common/format';
import styles from './consolidation-table.module.css';
import { describeTable } from './describe-table';
import { MOST_REVIEWERS, reviewersOf } from './matrix-columns';
import { toCopiedText, type ShownPaper } from './paper-column';
import { filterPapers } from './paper-rows';
import { tableColumns } from './table-columns';
import { TableHead } from './TableHead';
import { TableToolbar } from './TableToolbar';
import { useTableExport } from './use-table-export';
import { useTableLook } from './use-table-look';

/** Props of {@link ConsolidationTable}. */
export interface ConsolidationTableProps {
  readonly venue: VenueId;
  /** The paper in hand, or null for none; left out, the table keeps it. */
  readonly activePaper?: PaperNumber | null | undefined;
  /** Another paper was chosen, by an arrow key or the pointer. */
  readonly onActivePaper?: ((paper: PaperNumber) => void) | undefined;
  /** A paper is to be read: Enter, or a double press. */
  readonly onOpenPaper: (paper: PaperNumber) => void;
  /** Starts an import of review bundles; without it there is no such button. */
  readonly onImport?: (() => void) | undefined;
  /** Shows the bundles that wait for a person to accept their signer. */
  readonly onShowHeld?: (() => void) | undefined;
}

/** Papers x reviews of a venue: what came in, how it stands, what is missing. Fills its pane. */
export function ConsolidationTable({
  venue: venueId,
  activePaper,
  ...props
}: ConsolidationTableProps): ReactNode {
  const { data, error, refetch } = useQuery('consolidation.get', { venue: venueId });
  const calibration = useQuery('consolidation.calibrate', { venue: venueId }).data;
  const look = useTableLook();
  const { face, sort } = look;
  const wanted = useDeferredValue(look.filter);
  const rows = useMemo(
    () => (data ? withCalibrated(filterPapers(data, wanted), calibration) : []),
    [data, wanted, calibration],
  );
  const isMatrix = face === 'matrix';
  // The matrix has a column for each reviewer of what is shown; the other columns are the same for any papers.
  const columns = useMemo(
    () => data && tableColumns({ venue: data.venue, papers: isMatrix ? rows : [] }, face),
    [data, face, isMatrix, rows],
  );
  const exported = useTableExport(venueId);
  const place = useRef<HTMLDivElement>(null);
  // A table that begins anew has lost the focus that the one before it had.
  useEffect(() => {
    if (look.turn > 0 && document.activeElement === document.body)
      place.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  }, [look.turn]);

  if (data === undefined || columns === undefined) {
    if (error === null) return <SkeletonRows label="Loading papers and reviews" count={10} />;
    return (
      <ErrorState
        what="The reviews could not be read"
        why={error.message}
        code={error.code}
        onRetry={refetch}
      />
    );
  }
  const copy = (): void => {
    const isDone = copyText(toCopiedText(rows, columns, sort));
    toast(
      isDone
        ? { title: `Copied ${formatCount(rows.length, 'paper')}`, tone: 'success' }
        : { title: 'The table was not copied', tone: 'danger' },
    );
  };
  return (
    <div className={styles['pane']}>
      <TableHead
        consolidation={data}
        filter={look.filter}
        onFilter={look.setFilter}
        onImport={props.onImport}
        onExport={() => exported.start({ kind: 'reviews' })}
        isExporting={exported.isRunning}
      />
      <TableToolbar
        venue={venueId}
        look={look}
        shown={rows.length}
        all={data.papers.length}
        note={isMatrix ? describeMatrix(rows) : describeTable(look, calibration)}
        onCopy={copy}
        onExportPapers={() =>
          exported.start({
            kind: 'papers',
            papers: sortRows(rows, columns, sort).map((paper) => paper.number),
          })
        }
      />
      {data.heldCount > 0 && (
        <Banner
          tone="warning"
          title={heldTitle(data.heldCount)}
          action={
            props.onShowHeld && (
              <Button size="small" onPress={props.onShowHeld}>
                Look at {data.heldCount === 1 ? 'it' : 'them'}
              </Button>
            )
          }
        >
          Signed with a key that is not on record. Nothing of it counts until you accept the signer.
        </Banner>
      )}
      {exported.error !== null && (
        <Banner tone="danger" title="The table was not written" onDismiss={exported.dismiss}>
          {exported.error.message}
        </Banner>
      )}
      <div ref={place} className={styles['table']}>
        <Table
          key={look.turn}
          initialSort={sort}
          onSortChange={look.noteSort}
          label="Papers and their reviews"
          rows={rows}
          columns={columns}
          rowKey={(paper) => String(paper.number)}
          activeKey={activePaper == null ? activePaper : String(activePaper)}
          onActiveChange={(paper) => props.onActivePaper?.(paper.number)}
          onOpen={(paper) => props.onOpenPaper(paper.number)}
          empty={
            data.papers.length === 0 ? (
              <EmptyState title="No papers yet">The venue has no papers.</EmptyState>
            ) : (
              <EmptyState
                title="No paper matches"
                action={<Button onPress={look.reset}>Show all papers</Button>}
              />
            )
          }
        />
      </div>
    </div>
  );
}

function withCalibrated(
  papers: readonly PaperRow[],
  calibration: Calibration | undefined,
): readonly ShownPaper[] {
  const known = new Map(
    calibration?.kind === 'fitted' ? calibration.papers.map((one) => [one.paper, one]) : [],
  );
  return papers.map((paper) => ({ ...paper, calibrated: known.get(paper.number) ?? null }));
}

function describeMatrix(rows: readonly ShownPaper[]): string | null {
  const count = reviewersOf(rows).length;
  return count > MOST_REVIEWERS
    ? `The first ${MOST_REVIEWERS} of ${count} reviewers are shown: filter to see others.`
    : null;
}

function heldTitle(count: number): string {
  return count === 1 ? '1 bundle waits for you' : `${count} bundles wait for you`;
}
