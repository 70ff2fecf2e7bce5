import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { EmptyState } from '@renderer/ui/EmptyState';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import { Table } from '@renderer/ui/Table';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { RequestErrorState } from '../common/RequestErrorState';
import { decisionColumns } from './decision-columns';
import { filterDecisions, type DecisionFilter } from './decision-rows';
import { DecisionPanel } from './DecisionPanel';
import { DecisionsHead } from './DecisionsHead';
import styles from './decisions.module.css';

/** Props of {@link DecisionsTable}. */
export interface DecisionsTableProps {
  readonly venue: VenueId;
  /** The paper in hand; null for none. */
  readonly activePaper: PaperNumber | null;
  readonly onActivePaper: (paper: PaperNumber) => void;
  /** A paper is to be read with its reviews. */
  readonly onReadPaper: (paper: PaperNumber) => void;
  readonly onExport: () => void;
}

/** The papers of a venue to decide, and beside them the decision on the one in hand. Fills its pane. */
export function DecisionsTable({ venue, activePaper, ...props }: DecisionsTableProps): ReactNode {
  const { data, error, refetch } = useQuery('decision.list', { venue });
  const [filter, setFilter] = useState<DecisionFilter>('all');
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const columns = useMemo(() => decisionColumns(data?.kinds ?? []), [data?.kinds]);
  const rows = useMemo(
    () => filterDecisions(data?.rows ?? [], filter, wanted, activePaper),
    [data, filter, wanted, activePaper],
  );
  const table = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  if (data === undefined) {
    if (error === null) return <SkeletonRows label="Loading decisions" count={10} />;
    return <RequestErrorState what="The decisions could not be read" error={error} onRetry={refetch} />;
  }
  const inHand = data.rows.find(({ number }) => number === activePaper);
  const goBack = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  };
  return (
    <div className={styles['pane']}>
      <DecisionsHead
        decisions={data}
        filter={filter}
        onFilter={setFilter}
        query={query}
        onQuery={setQuery}
        onExport={props.onExport}
      />
      {error !== null && (
        <Banner tone="warning" title="This may be out of date">
          {error.message}
        </Banner>
      )}
      <div className={styles['sides']}>
        <div ref={table} className={styles['table']}>
          <Table
            label="Papers to decide"
            rows={rows}
            columns={columns}
            rowKey={({ number }) => String(number)}
            activeKey={activePaper === null ? null : String(activePaper)}
            onActiveChange={({ number }) => props.onActivePaper(number)}
            onOpen={() => panel.current?.querySelector<HTMLElement>('input:checked, input')?.focus()}
            empty={
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
            }
          />
        </div>
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape goes back to the table from anywhere inside */}
        <div className={styles['side']} data-pane="form" onKeyDown={goBack}>
          {inHand === undefined ? (
            <EmptyState title="No paper in hand">
              Choose one with the arrow keys or the pointer; Enter goes to its decision, Escape back to the
              table.
            </EmptyState>
          ) : (
            <DecisionPanel
              key={inHand.number}
              ref={panel}
              venue={venue}
              row={inHand}
              kinds={data.kinds}
              onRead={() => props.onReadPaper(inHand.number)}
            />
          )}
        </div>
      </div>
    </div>
  );
}
