import { CircleHelp, ClipboardCopy, Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useCommands } from '@renderer/ui/commands';
import { IconButton } from '@renderer/ui/IconButton';
import { Segmented } from '@renderer/ui/Segmented';
import type { VenueId } from '@shared/model/ids';
import type { TableFace } from '@shared/model/table-view';
import { CalibrationHelp } from './CalibrationHelp';
import styles from './consolidation-table.module.css';
import type { TableLook } from './use-table-look';
import { ViewsMenu } from './ViewsMenu';

/** Props of {@link TableToolbar}. */
export interface TableToolbarProps {
  readonly venue: VenueId;
  readonly look: TableLook;
  /** How many papers are shown, of how many. */
  readonly shown: number;
  readonly all: number;
  /** What to know about what is shown: a sentence, or nothing. */
  readonly note: ReactNode;
  readonly onCopy: () => void;
  readonly onExportPapers: () => void;
}

const faces: readonly { readonly id: TableFace; readonly label: string }[] = [
  { id: 'overview', label: 'Overview' },
  { id: 'scores', label: 'Scores' },
  { id: 'topics', label: 'Topics' },
  { id: 'matrix', label: 'Matrix' },
];

/** What the table shows, its saved views, what to know about it, and the ways to take it along. */
export function TableToolbar({ venue, look, ...props }: TableToolbarProps): ReactNode {
  const [isHelping, setHelping] = useState(false);
  const [isSaving, setSaving] = useState(false);
  useCommands([
    ...faces.map(({ id, label }, index) => ({
      id: `papers.show-${id}`,
      title: `Show ${label.toLowerCase()} of papers`,
      section: 'Papers',
      shortcut: `Alt+Shift+${index + 1}`,
      keywords: ['columns', 'table'],
      run: () => look.setFace(id),
    })),
    {
      id: 'papers.copy',
      title: 'Copy table of papers',
      section: 'Papers',
      shortcut: 'Mod+C',
      // Words that are selected are what a person means to copy.
      isEnabled: () => document.getSelection()?.isCollapsed !== false,
      run: props.onCopy,
    },
    {
      id: 'papers.export',
      title: 'Export papers as CSV...',
      section: 'Papers',
      keywords: ['spreadsheet', 'table'],
      run: props.onExportPapers,
    },
    {
      id: 'papers.save-view',
      title: 'Save this view of papers...',
      section: 'Papers',
      keywords: ['filter', 'sort'],
      run: () => setSaving(true),
    },
    {
      id: 'papers.calibration-help',
      title: 'How scores are calibrated',
      section: 'Papers',
      keywords: ['help', 'offset', 'interval'],
      run: () => setHelping(true),
    },
  ]);
  return (
    <div className={styles['toolbar']}>
      <Segmented
        label="What to show of the papers"
        size="small"
        options={faces}
        value={look.face}
        onChange={look.setFace}
      />
      <ViewsMenu venue={venue} look={look} isSaving={isSaving} onSaving={setSaving} />
      <span className={styles['note']} role="status">
        {props.shown < props.all && (
          <>
            <b>{props.shown}</b> of {props.all} papers.{' '}
          </>
        )}
        {props.note}
      </span>
      <div className={styles['acts']}>
        <IconButton
          label="How scores are calibrated"
          icon={CircleHelp}
          size="small"
          onPress={() => setHelping(true)}
        />
        <IconButton
          label="Copy these papers"
          icon={ClipboardCopy}
          size="small"
          shortcut="Mod+C"
          onPress={props.onCopy}
        />
        <IconButton
          label="Export these papers as CSV…"
          icon={Download}
          size="small"
          onPress={props.onExportPapers}
        />
      </div>
      <CalibrationHelp isOpen={isHelping} onClose={() => setHelping(false)} />
    </div>
  );
}
