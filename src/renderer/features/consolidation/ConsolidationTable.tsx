import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { EmptyState } from '@renderer/ui/EmptyState';
import { ErrorState } from '@renderer/ui/ErrorState';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import { Table } from '@renderer/ui/Table';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import styles from './consolidation-table.module.css';
import { filterPapers, type PaperFilter } from './paper-rows';
import { tableColumns } from './table-columns';
import { TableHead } from './TableHead';
import { useTableExport } from './use-table-export';

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
  const [filter, setFilter] = useState<PaperFilter>('all');
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const columns = useMemo(() => data && tableColumns(data.venue), [data]);
  const rows = useMemo(() => (data ? filterPapers(data, filter, wanted) : []), [data, filter, wanted]);
  const exported = useTableExport(venueId);

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
  return (
    <div className={styles['pane']}>
      <TableHead
        consolidation={data}
        filter={filter}
        onFilter={setFilter}
        query={query}
        onQuery={setQuery}
        onImport={props.onImport}
        onExport={exported.start}
        isExporting={exported.isRunning}
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
      <div className={styles['table']}>
        <Table
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
                action={
                  <Button
                    onPress={() => {
                      setFilter('all');
                      setQuery('');
                    }}
                  >
                    Show all papers
                  </Button>
                }
              />
            )
          }
        />
      </div>
    </div>
  );
}

function heldTitle(count: number): string {
  return count === 1 ? '1 bundle waits for you' : `${count} bundles wait for you`;
}
