import { Download, FileInput } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import { Segmented } from '@renderer/ui/Segmented';
import { TextField } from '@renderer/ui/TextField';
import type { Consolidation } from '@shared/contract/consolidation';
import styles from './consolidation-table.module.css';
import { countPapers, type PaperFilter } from './paper-rows';

/** Props of {@link TableHead}. */
export interface TableHeadProps {
  readonly consolidation: Consolidation;
  readonly filter: PaperFilter;
  readonly onFilter: (filter: PaperFilter) => void;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onImport: (() => void) | undefined;
  readonly onExport: () => void;
  readonly isExporting: boolean;
}

/** The totals, the filters, and what can be done with the table as a whole. */
export function TableHead({ consolidation, filter, onFilter, ...props }: TableHeadProps): ReactNode {
  const { papers, expectedCount, receivedCount } = consolidation;
  const counts = countPapers(papers);
  return (
    <div className={styles['head']}>
      <p className={styles['totals']}>
        <b>
          {receivedCount} of {expectedCount}
        </b>{' '}
        reviews in, {counts.all} {counts.all === 1 ? 'paper' : 'papers'}
        {counts.lateReviews > 0 && `, ${counts.lateReviews} late`}
      </p>
      <Segmented<PaperFilter>
        label="Which papers"
        size="small"
        value={filter}
        onChange={onFilter}
        options={[
          { id: 'all', label: `All ${counts.all}` },
          { id: 'incomplete', label: `Incomplete ${counts.incomplete}` },
          { id: 'conflicts', label: `Conflicts ${counts.conflicts}` },
        ]}
      />
      <div className={styles['filter']}>
        <TextField
          label="Filter papers"
          isLabelHidden
          placeholder="Filter by title, topic or reviewer"
          value={props.query}
          onChange={props.onQuery}
        />
      </div>
      <div className={styles['acts']}>
        {props.onImport && (
          <Button icon={FileInput} onPress={props.onImport}>
            Import reviews…
          </Button>
        )}
        <Button icon={Download} onPress={props.onExport} isPending={props.isExporting}>
          Export CSV…
        </Button>
      </div>
    </div>
  );
}
