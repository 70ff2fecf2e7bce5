import { ListFilter, Rows3 } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@renderer/ui/IconButton';
import { MenuButton } from '@renderer/ui/MenuButton';
import type { MenuGroup } from '@renderer/ui/menu-item';
import { TextField } from '@renderer/ui/TextField';
import styles from './annotations.module.css';
import { MEANINGS, VISIBILITIES } from './meanings';
import type { NoteFilter } from './note-list';

/** Props of {@link NoteFilters}. */
export interface NoteFiltersProps {
  readonly filter: NoteFilter;
  readonly onFilter: (filter: NoteFilter) => void;
  readonly isExpanded: boolean;
  readonly onExpand: (isExpanded: boolean) => void;
  /** More to choose from in the menu. */
  readonly more?: readonly MenuGroup[];
}

/** Search, filter and order of a list of notes. */
export function NoteFilters({
  filter,
  onFilter,
  isExpanded,
  onExpand,
  more = [],
}: NoteFiltersProps): ReactNode {
  const groups: readonly MenuGroup[] = [
    ...more,
    {
      id: 'meaning',
      title: 'Meaning',
      items: MEANINGS.map(({ id, label, icon }) => ({
        id,
        title: label,
        icon,
        isChecked: filter.meaning === id,
        run: () => onFilter({ ...filter, meaning: filter.meaning === id ? null : id }),
      })),
    },
    {
      id: 'visibility',
      title: 'Read by',
      items: VISIBILITIES.map(({ id, label }) => ({
        id: `by-${id}`,
        title: label,
        isChecked: filter.visibility === id,
        run: () => onFilter({ ...filter, visibility: filter.visibility === id ? null : id }),
      })),
    },
    {
      id: 'order',
      title: 'Order',
      items: (['place', 'time'] as const).map((order) => ({
        id: order,
        title: order === 'place' ? 'By place in the paper' : 'Latest first',
        isChecked: filter.order === order,
        run: () => onFilter({ ...filter, order }),
      })),
    },
  ];
  return (
    <div className={styles['filters']}>
      <TextField
        label="Search in notes"
        isLabelHidden
        type="search"
        placeholder="Search in notes"
        value={filter.query}
        onChange={(query) => onFilter({ ...filter, query })}
      />
      <MenuButton label="Filter and order" icon={ListFilter} size="small" groups={groups} />
      <IconButton
        label={isExpanded ? 'Show the first lines only' : 'Show whole notes'}
        icon={Rows3}
        size="small"
        isPressed={isExpanded}
        onPress={() => onExpand(!isExpanded)}
      />
    </div>
  );
}
