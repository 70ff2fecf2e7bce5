import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useQuery } from '@renderer/bridge/queries';
import { useReceivedNotes } from '@renderer/features/annotations';
import { ReviewsPanel } from '@renderer/features/consolidation';
import { MetaReviewPanel } from '@renderer/features/meta-review';
import { useCommands } from '@renderer/ui/commands';
import { InnerLinksContext } from '@renderer/ui/inner-links';
import { PROSE_BOX } from '@renderer/ui/prose-handle';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { BesidePage } from './BesidePage';
import { BesideTabs, type BesideTab } from './BesideTabs';
import { deskCommands } from './desk-commands';
import { metaReviewCommands } from './meta-review-commands';
import { OutsideLink } from './OutsideLink';
import { PaperBar } from './PaperBar';
import type { DeskMode } from './paper-look';
import { PaperPending } from './PaperPending';
import { keepReadingPlace, readingPlace } from './reading-places';
import { useSeekOf } from './sought-place';
import { useIsNarrow } from './use-is-narrow';
import { usePaneLayout } from './use-pane-layout';
import styles from './workspaces.module.css';

/** Props of {@link ReadingDesk}. */
export interface ReadingDeskProps {
  readonly venue: VenueId;
  readonly paper: PaperNumber;
  readonly onClose: () => void;
}

const panes = ['page', 'form'] as const;

/** A paper beside the reviews that came in about it and the meta-review of it. Use it under a key of the paper. */
export function ReadingDesk({ venue, paper, onClose }: ReadingDeskProps): ReactNode {
  const view = useQuery('consolidation.getPaper', { venue, paper });
  const facts = useQuery('venue.get', { venue });
  const [link, setLink] = useState<string | null>(null);
  const notes = useReceivedNotes(view.data, setLink);
  const isNarrow = useIsNarrow();
  const seek = useSeekOf(venue, paper);
  const [mode, setMode] = useState<DeskMode>('both');
  const [tab, setTab] = useState<BesideTab>('reviews');
  const { layout, remember } = usePaneLayout('reading', panes);
  const goToTab = (next: BesideTab): void => {
    flushSync(() => {
      setTab(next);
      if (mode === 'page') setMode('both');
    });
    focusBeside(
      next === 'reviews' ? '[role=group][aria-label=Reviews]' : `[aria-label="My meta-review"] ${PROSE_BOX}`,
    );
  };
  useCommands([
    ...deskCommands({
      mode,
      setMode,
      besideName: 'reviews',
      toggleBeside: () => setMode(mode === 'page' ? 'both' : 'page'),
    }),
    ...metaReviewCommands(tab, goToTab),
  ]);
  if (view.data === undefined) {
    return <PaperPending paper={paper} error={view.error} onRetry={view.refetch} onClose={onClose} />;
  }
  const { paper: opened, pdfUrl } = view.data;
  return (
    <div className={styles['desk']}>
      <PaperBar
        number={opened.number}
        title={opened.title}
        mode={mode}
        onModeChange={setMode}
        besideName="reviews"
        onClose={onClose}
      />
      <BesidePage
        source={{ url: pdfUrl, id: opened.pdf.sha256, title: opened.title }}
        initialPlace={readingPlace(venue, paper)}
        marking={notes.marking}
        onPlaceChange={(place) => keepReadingPlace(venue, paper, place)}
        seek={seek}
        mode={mode}
        onModeChange={setMode}
        isNarrow={isNarrow}
        layout={layout ?? null}
        onLayoutChange={remember}
        title="Reviews"
      >
        {facts.data !== undefined && (
          <InnerLinksContext value={notes.links}>
            <BesideTabs
              tab={tab}
              onTab={setTab}
              reviews={<ReviewsPanel venue={facts.data} paper={paper} onLink={setLink} />}
              metaReview={
                <MetaReviewPanel
                  venue={venue}
                  paper={paper}
                  isHidden={mode === 'page' || tab !== 'meta-review'}
                  onLink={setLink}
                />
              }
            />
          </InnerLinksContext>
        )}
      </BesidePage>
      {notes.floating}
      <OutsideLink url={link} onClose={() => setLink(null)} />
    </div>
  );
}

function focusBeside(selector: string): void {
  document.querySelector<HTMLElement>(`[data-pane=form] ${selector}`)?.focus();
}
