import { PanelLeftClose } from 'lucide-react';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { prefetchQuery } from '@renderer/bridge/query-cache';
import { countProgress, LibraryPage, PaperList } from '@renderer/features/library';
import { forgetTimesCommand, useTimes } from '@renderer/features/plan';
import { useCommands } from '@renderer/ui/commands';
import { ErrorState } from '@renderer/ui/ErrorState';
import { IconButton } from '@renderer/ui/IconButton';
import { SectionHeader } from '@renderer/ui/SectionHeader';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import { SplitPane } from '@renderer/ui/SplitPane';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { paperStepCommands } from './paper-steps';
import { PaperReview } from './PaperReview';
import { sendForPaper } from './send-for-paper';
import { openSheet } from './sheets-state';
import { usePaneLayout } from './use-pane-layout';
import { useWindowTitle } from './use-window-title';
import styles from './workspaces.module.css';

/** Props of a desk. */
export interface DeskProps {
  readonly venue: VenueId;
  /** The open paper; null shows all papers. */
  readonly paper: PaperNumber | null;
  readonly onOpenPaper: (paper: PaperNumber | null) => void;
}

const panes = ['list', 'work'] as const;
const shown = ['shown'] as const;

/** The reviewer's desk: my papers, the page, the form. */
export function Reviewer({ venue: id, paper, onOpenPaper: onOpen }: DeskProps): ReactNode {
  const onOpenPaper = useCallback(
    (next: PaperNumber | null) => {
      if (next !== null) sendForPaper(id, next);
      onOpen(next);
    },
    [id, onOpen],
  );
  const library = useQuery('library.get', { venue: id });
  const times = useTimes(id);
  const { layout, remember } = usePaneLayout('reviewer', panes);
  const fold = usePaneLayout('reviewer-list', shown);
  const isListFolded = fold.layout?.['shown'] === 0;
  const setListFolded = (isFolded: boolean): void => fold.remember({ shown: isFolded ? 0 : 100 });
  const numbers = useMemo(() => library.data?.papers.map((row) => row.number) ?? [], [library.data]);
  const title = library.data?.papers.find((row) => row.number === paper)?.title;
  useWindowTitle([title === undefined ? null : `#${paper} ${title}`, library.data?.venue.shortName]);
  useCommands([
    ...paperStepCommands(numbers, paper, onOpenPaper),
    forgetTimesCommand(id, times),
    {
      id: 'view.list',
      title: isListFolded ? 'Show the paper list' : 'Hide the paper list',
      section: 'View',
      shortcut: 'Mod+B',
      allowInText: true,
      isEnabled: () => paper !== null,
      run: () => setListFolded(!isListFolded),
    },
  ]);

  if (library.data === undefined) {
    if (library.error === null) return <SkeletonRows label="Loading papers" count={8} rowHeightRem={2} />;
    const { message, detail, code } = library.error;
    return (
      <ErrorState
        what="This venue could not be read"
        why={message}
        next={detail}
        code={code}
        onRetry={library.refetch}
      />
    );
  }
  const { venue, papers } = library.data;
  if (paper === null) {
    return (
      <main className={styles['page']} data-pane="page">
        <LibraryPage
          library={library.data}
          times={times}
          onOpen={onOpenPaper}
          onExport={() => openSheet('export')}
        />
      </main>
    );
  }
  const progress = countProgress(papers);
  return (
    <SplitPane
      id="reviewer"
      initialLayout={layout}
      onLayoutChange={remember}
      panes={[
        {
          id: 'list',
          title: 'Paper list',
          defaultSize: '17rem',
          minSize: '12rem',
          maxSize: '30rem',
          keepsPixels: true,
          isCollapsed: isListFolded,
          onCollapsedChange: setListFolded,
          content: (
            <nav className={styles['list']} aria-label="Papers" data-pane="list">
              <SectionHeader
                title="Papers"
                note={`${progress.ready} of ${progress.total} ready`}
                actions={
                  <IconButton
                    label="Hide the paper list"
                    icon={PanelLeftClose}
                    size="small"
                    shortcut="Mod+B"
                    onPress={() => setListFolded(true)}
                  />
                }
              />
              <PaperList
                venue={venue}
                papers={papers}
                open={paper}
                onOpen={onOpenPaper}
                onPrefetch={(next) => prefetchQuery('paper.get', { venue: id, paper: next })}
              />
            </nav>
          ),
        },
        {
          id: 'work',
          title: 'Paper and review',
          minSize: '30rem',
          content: (
            <PaperReview
              key={paper}
              venue={venue}
              paper={paper}
              onShowList={isListFolded ? () => setListFolded(false) : null}
              onClose={() => onOpenPaper(null)}
            />
          ),
        },
      ]}
    />
  );
}
