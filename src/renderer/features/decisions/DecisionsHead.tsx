import { PackageCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Decisions } from '@shared/contract/decision';
import { Button } from '@renderer/ui/Button';
import { Select } from '@renderer/ui/Select';
import { TextField } from '@renderer/ui/TextField';
import { countOutcomes, type DecisionFilter } from './decision-rows';
import styles from './decisions.module.css';

/** Props of {@link DecisionsHead}. */
export interface DecisionsHeadProps {
  readonly decisions: Decisions;
  readonly filter: DecisionFilter;
  readonly onFilter: (filter: DecisionFilter) => void;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onExport: () => void;
}

/** How many papers have which outcome, the filters, and the export. */
export function DecisionsHead({ decisions, ...props }: DecisionsHeadProps): ReactNode {
  const { rows, kinds } = decisions;
  const { undecided, byOutcome } = countOutcomes(rows);
  const countOf = (id: string): number => byOutcome.get(id) ?? 0;
  return (
    <div className={styles['head']}>
      <p className={styles['totals']} aria-label="Decisions so far">
        <b>
          {rows.length - undecided} of {rows.length}
        </b>{' '}
        decided
        {kinds
          .filter(({ id }) => countOf(id) > 0)
          .map(({ id, label }) => `, ${countOf(id)} ${label}`)
          .join('')}
      </p>
      <div className={styles['show']}>
        <Select<DecisionFilter>
          label="Which papers"
          isLabelHidden
          value={props.filter}
          onChange={props.onFilter}
          options={[
            { id: 'all', label: `All ${rows.length}` },
            { id: 'undecided', label: `Undecided ${undecided}` },
            ...kinds.map(({ id, label }) => ({ id, label: `${label} ${countOf(id)}` })),
          ]}
        />
      </div>
      <div className={styles['filter']}>
        <TextField
          label="Filter papers"
          isLabelHidden
          placeholder="Filter by number or title"
          value={props.query}
          onChange={props.onQuery}
        />
      </div>
      <Button icon={PackageCheck} onPress={props.onExport}>
        Export decisions…
      </Button>
    </div>
  );
}
