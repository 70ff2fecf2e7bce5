import type { ReactNode } from 'react';
import { Table } from '@renderer/ui/Table';
import type { TableColumn } from '@renderer/ui/table-column';
import type { AssignmentExportReport } from '@shared/contract/organizer';
import { formatBytes } from '@shared/rules/byte-size';
import styles from './organizer.module.css';

/** Props of {@link BundlesTable}. */
export interface BundlesTableProps {
  readonly bundles: AssignmentExportReport['bundles'];
}

type Bundle = AssignmentExportReport['bundles'][number];

const columns: readonly TableColumn<Bundle>[] = [
  {
    id: 'person',
    title: 'For',
    width: 'minmax(10rem, 1fr)',
    cell: ({ person }) => person,
    sortValue: ({ person }) => person,
  },
  { id: 'role', title: 'Role', width: '6rem', cell: ({ role }) => role, sortValue: ({ role }) => role },
  {
    id: 'papers',
    title: 'Papers',
    width: 'minmax(8rem, 1fr)',
    cell: ({ papers }) => {
      const numbers = papers.map((number) => `#${number}`).join(', ');
      return <span title={numbers}>{numbers}</span>;
    },
    sortValue: ({ papers }) => papers.length,
  },
  {
    id: 'file',
    title: 'File',
    width: 'minmax(14rem, 2fr)',
    cell: ({ fileName }) => <span title={fileName}>{fileName}</span>,
    sortValue: ({ fileName }) => fileName,
  },
  {
    id: 'size',
    title: 'Size',
    width: '5.5rem',
    align: 'end',
    cell: ({ sizeBytes }) => formatBytes(sizeBytes),
    sortValue: ({ sizeBytes }) => sizeBytes,
  },
];

/** Who gets which file. */
export function BundlesTable({ bundles }: BundlesTableProps): ReactNode {
  return (
    <div
      className={styles['bundlesTable']}
      style={{ blockSize: `calc(${bundles.length + 1} * var(--height-row) + 2px)` }}
    >
      <Table label="Bundles written" rows={bundles} columns={columns} rowKey={({ fileName }) => fileName} />
    </div>
  );
}
