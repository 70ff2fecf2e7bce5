import { BellRing, ChartColumn, History, KeyRound, PackageCheck } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { showHeldBundles } from '@renderer/features/bundle-import';
import { ConsolidationTable } from '@renderer/features/consolidation';
import { Button } from '@renderer/ui/Button';
import { useCommands } from '@renderer/ui/commands';
import { IconButton } from '@renderer/ui/IconButton';
import type { PaperNumber } from '@shared/model/ids';
import { chairCommands } from './chair-commands';
import { DeskBar } from './DeskBar';
import { DeskSheets } from './DeskSheets';
import { paperStepCommands } from './paper-steps';
import { ReadingDesk } from './ReadingDesk';
import type { DeskProps } from './Reviewer';
import { openSheet, pickBundles } from './sheets-state';
import { useWindowTitle } from './use-window-title';
import styles from './workspaces.module.css';

/** What a desk shows instead of the table of papers and reviews: the paper in hand, how to take another, how to read one. */
export interface OverviewProps {
  readonly activePaper: PaperNumber | null;
  readonly onActivePaper: (paper: PaperNumber) => void;
  readonly onReadPaper: (paper: PaperNumber) => void;
}

/** Props of {@link Chair}. */
export interface ChairProps extends DeskProps {
  /** Further acts, in the top bar while all papers are shown. */
  readonly actions?: ReactNode;
  /** Shown instead of the table of papers and reviews. */
  readonly renderOverview?: ((props: OverviewProps) => ReactNode) | undefined;
}

/** The chair's desk: papers x reviews; then one paper with its reviews in full beside its pages. */
export function Chair({ venue, paper, onOpenPaper, actions, renderOverview }: ChairProps): ReactNode {
  const consolidation = useQuery('consolidation.get', { venue }).data;
  const numbers = useMemo(() => consolidation?.papers.map((row) => row.number) ?? [], [consolidation]);
  const title = consolidation?.papers.find((row) => row.number === paper)?.title;
  const [active, setActive] = useState(paper);
  useWindowTitle([title === undefined ? null : `#${paper} ${title}`, consolidation?.venue.shortName]);
  useCommands([...paperStepCommands(numbers, paper, onOpenPaper), ...chairCommands]);
  const read = (next: PaperNumber): void => {
    setActive(next);
    onOpenPaper(next);
  };
  if (paper !== null) {
    return (
      <>
        <ReadingDesk key={paper} venue={venue} paper={paper} onClose={() => onOpenPaper(null)} />
        <DeskSheets venue={venue} onOpenPaper={read} />
      </>
    );
  }
  return (
    <main className={styles['page']} data-pane="page">
      <DeskBar>
        {actions}
        <Button size="small" kind="quiet" icon={PackageCheck} onPress={() => openSheet('consolidation')}>
          Export consolidation...
        </Button>
        <IconButton
          label="Earlier imports..."
          icon={History}
          size="small"
          shortcut="Mod+Alt+I"
          onPress={() => openSheet('imports')}
        />
        <IconButton
          label="Charts of reviews..."
          icon={ChartColumn}
          size="small"
          shortcut="Mod+Alt+C"
          onPress={() => openSheet('charts')}
        />
        <IconButton
          label="Missing reviews and reminders..."
          icon={BellRing}
          size="small"
          shortcut="Mod+Alt+U"
          onPress={() => openSheet('reminders')}
        />
        <IconButton
          label="People and keys..."
          icon={KeyRound}
          size="small"
          onPress={() => openSheet('people')}
        />
      </DeskBar>
      {renderOverview === undefined ? (
        <ConsolidationTable
          venue={venue}
          activePaper={active}
          onActivePaper={setActive}
          onOpenPaper={read}
          onImport={() => pickBundles(venue)}
          onShowHeld={() => showHeldBundles(venue)}
        />
      ) : (
        renderOverview({ activePaper: active, onActivePaper: setActive, onReadPaper: read })
      )}
      <DeskSheets venue={venue} onOpenPaper={read} />
    </main>
  );
}
