import { Download, FileInput } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import { Segmented } from '@renderer/ui/Segmented';
import { TextField } from '@renderer/ui/TextField';
import type { Consolidation } from '@shared/contract/consolidation';
import type { PaperFilter, PaperStanding } from '@shared/model/table-view';
import styles from './consolidation-table.module.css';
import { FilterPopover } from './FilterPopover';
import { countPapers } from './paper-rows';
import { standingWords } from './paper-standing';

/** Props of {@link TableHead}. */
export interface TableHeadProps {
  readonly consolidation: Consolidation;
  readonly filter: PaperFilter;
  readonly onFilter: (changes: Partial<PaperFilter>) => void;
  readonly onImport: (() => void) | undefined;
  readonly onExport: () => void;
  readonly isExporting: boolean;
}

/** The totals, the filters, and what can be done with the table as a whole. */
export function TableHead({ consolidation, filter, onFilter, ...props }: TableHeadProps): ReactNode {
  const { papers, expectedCount, receivedCount } = consolidation;
  const counts = countPapers(papers);
  const offered: readonly PaperStanding[] = ['all', 'incomplete', 'conflicts'];
  return (
    <div className={styles['head']}>
      <p className={styles['totals']}>
        <b>
          {receivedCount} of {expectedCount}
        </b>{' '}
        reviews in, {counts.all} {counts.all === 1 ? 'paper' : 'papers'}
        {counts.lateReviews > 0 && `, ${counts.lateReviews} late`}
      </p>
      <Segmented<PaperStanding>
        label="Which papers"
        size="small"
        value={filter.standing}
        onChange={(standing) => onFilter({ standing })}
        options={[
          { id: 'all', label: `All ${counts.all}` },
          { id: 'incomplete', label: `Incomplete ${counts.incomplete}` },
          { id: 'conflicts', label: `Conflicts ${counts.conflicts}` },
          ...(offered.includes(filter.standing)
            ? []
            : [{ id: filter.standing, label: standingWords[filter.standing] }]),
        ]}
      />
      <div className={styles['filter']}>
        <TextField
          label="Filter papers"
          isLabelHidden
          placeholder="Filter by title, topic or reviewer"
          value={filter.words}
          maxLength={200}
          onChange={(words) => onFilter({ words })}
        />
      </div>
      <FilterPopover filter={filter} topics={consolidation.venue.topics} onFilter={onFilter} />
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
