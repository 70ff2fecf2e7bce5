import { ListFilter } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import { Popover } from '@renderer/ui/Popover';
import { Select } from '@renderer/ui/Select';
import { TextField } from '@renderer/ui/TextField';
import { EVERY_PAPER, type PaperFilter, type PaperStanding } from '@shared/model/table-view';
import type { Topic } from '@shared/model/topic';
import styles from './consolidation-table.module.css';
import { standingWords } from './paper-standing';

/** Props of {@link FilterPopover}. */
export interface FilterPopoverProps {
  readonly filter: PaperFilter;
  readonly topics: readonly Topic[];
  readonly onFilter: (changes: Partial<PaperFilter>) => void;
}

const ANY = 'any-topic';
const standings = Object.entries(standingWords).map(([id, label]) => ({
  id: id as PaperStanding,
  label: id === 'all' ? 'Any' : label,
}));

/** The finer filters, behind a button that says how many are in force. */
export function FilterPopover({ filter, topics, onFilter }: FilterPopoverProps): ReactNode {
  const count = [
    filter.topic !== null,
    filter.lowestMean !== null,
    filter.highestMean !== null,
    filter.leastSpread !== null,
  ].filter(Boolean).length;
  return (
    <Popover
      title="Filter papers further"
      placement="bottom end"
      trigger={
        <Button icon={ListFilter} ariaLabel={count === 0 ? 'Filters' : `Filters, ${count} in force`}>
          Filters{count > 0 && ` (${count})`}
        </Button>
      }
    >
      <div className={styles['filters']}>
        <Select
          label="Status"
          options={standings}
          value={filter.standing}
          onChange={(standing) => onFilter({ standing })}
        />
        <Select
          label="Topic, declared or tagged"
          options={[
            { id: ANY, label: 'Any' },
            ...topics.map(({ id, shortTitle }) => ({ id: id as string, label: shortTitle })),
          ]}
          value={filter.topic ?? ANY}
          onChange={(id) => onFilter({ topic: topics.find((topic) => topic.id === id)?.id ?? null })}
        />
        <div className={styles['bounds']}>
          <BoundField
            label="Mean from"
            value={filter.lowestMean}
            onChange={(lowestMean) => onFilter({ lowestMean })}
          />
          <BoundField
            label="Mean to"
            value={filter.highestMean}
            onChange={(highestMean) => onFilter({ highestMean })}
          />
          <BoundField
            label="Spread from"
            value={filter.leastSpread}
            onChange={(leastSpread) => onFilter({ leastSpread })}
          />
        </div>
        <Button
          size="small"
          isDisabled={count === 0 && filter.standing === 'all'}
          onPress={() => onFilter({ ...EVERY_PAPER, words: filter.words })}
        >
          Clear filters
        </Button>
      </div>
    </Popover>
  );
}

/** Props of {@link BoundField}. */
interface BoundFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A number, or nothing. What is no number asks nothing, and says so. */
function BoundField({ label, value, onChange }: BoundFieldProps): ReactNode {
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (readNumber(typed) !== value) setTyped(value === null ? '' : String(value));
  }
  const isWrong = typed.trim() !== '' && readNumber(typed) === null;
  return (
    <TextField
      label={label}
      value={typed}
      maxLength={8}
      error={isWrong ? 'A number, such as 3.5' : undefined}
      onChange={(text) => {
        setTyped(text);
        onChange(readNumber(text));
      }}
    />
  );
}

function readNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
