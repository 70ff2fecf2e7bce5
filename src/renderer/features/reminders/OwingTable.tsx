import type { ReactNode } from 'react';
import { Table } from '@renderer/ui/Table';
import type { TableColumn } from '@renderer/ui/table-column';
import type { OwingReviewer } from '@shared/contract/owed';
import type { PersonId } from '@shared/model/ids';
import { describeOwed } from './owed-words';
import styles from './reminders.module.css';

/** Props of {@link OwingTable}. */
export interface OwingTableProps {
  readonly owing: readonly OwingReviewer[];
  readonly checked: ReadonlySet<string>;
  readonly onChecked: (people: ReadonlySet<string>) => void;
  readonly active: PersonId;
  readonly onActive: (person: PersonId) => void;
}

const columns: readonly TableColumn<OwingReviewer>[] = [
  {
    id: 'name',
    title: 'Reviewer',
    width: 'minmax(8rem, 1fr)',
    cell: ({ name, email }) => <span title={email}>{name}</span>,
    sortValue: ({ name }) => name,
  },
  {
    id: 'count',
    title: 'Missing',
    width: '5rem',
    align: 'end',
    cell: ({ reviews }) => reviews.length,
    sortValue: ({ reviews }) => reviews.length,
  },
  {
    id: 'ready',
    title: 'In',
    fullTitle: 'In: reviews of this reviewer that are ready',
    width: '3.5rem',
    align: 'end',
    cell: ({ readyCount }) => readyCount,
    sortValue: ({ readyCount }) => readyCount,
  },
  {
    id: 'papers',
    title: 'Papers',
    width: 'minmax(8rem, 1.4fr)',
    cell: ({ reviews }) => <span title={describeOwed(reviews)}>{describeOwed(reviews)}</span>,
  },
];

/** The people who owe reviews; those who are checked get a letter. */
export function OwingTable({ owing, checked, onChecked, active, onActive }: OwingTableProps): ReactNode {
  return (
    <div className={styles['table']}>
      <Table
        label="Reviewers who owe reviews"
        rows={owing}
        columns={columns}
        rowKey={({ person }) => person}
        activeKey={active}
        onActiveChange={({ person }) => onActive(person)}
        checkedKeys={checked}
        onCheckedChange={onChecked}
      />
    </div>
  );
}
