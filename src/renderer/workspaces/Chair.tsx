import { useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { showHeldBundles } from '@renderer/features/bundle-import';
import { ConsolidationTable } from '@renderer/features/consolidation';
import { useCommands } from '@renderer/ui/commands';
import { DeskBar } from './DeskBar';
import { paperStepCommands } from './paper-steps';
import { ReadingDesk } from './ReadingDesk';
import type { DeskProps } from './Reviewer';
import { pickBundles } from './sheets-state';
import { useWindowTitle } from './use-window-title';
import styles from './workspaces.module.css';

/** Props of {@link Chair}. */
export interface ChairProps extends DeskProps {
  /** Further acts, in the top bar while the table is shown. */
  readonly actions?: ReactNode;
}

/** The chair's desk: papers x reviews; then one paper with its reviews in full beside its pages. */
export function Chair({ venue, paper, onOpenPaper, actions }: ChairProps): ReactNode {
  const consolidation = useQuery('consolidation.get', { venue }).data;
  const numbers = useMemo(() => consolidation?.papers.map((row) => row.number) ?? [], [consolidation]);
  const title = consolidation?.papers.find((row) => row.number === paper)?.title;
  const [active, setActive] = useState(paper);
  useWindowTitle([title === undefined ? null : `#${paper} ${title}`, consolidation?.venue.shortName]);
  useCommands(paperStepCommands(numbers, paper, onOpenPaper));
  if (paper !== null) {
    return <ReadingDesk key={paper} venue={venue} paper={paper} onClose={() => onOpenPaper(null)} />;
  }
  return (
    <main className={styles['page']} data-pane="page">
      {actions !== undefined && <DeskBar>{actions}</DeskBar>}
      <ConsolidationTable
        venue={venue}
        activePaper={active}
        onActivePaper={setActive}
        onOpenPaper={(next) => {
          setActive(next);
          onOpenPaper(next);
        }}
        onImport={() => pickBundles(venue)}
        onShowHeld={() => showHeldBundles(venue)}
      />
    </main>
  );
}
