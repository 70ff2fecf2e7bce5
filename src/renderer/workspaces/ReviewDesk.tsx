import { AppWindow } from 'lucide-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useNotes } from '@renderer/features/annotations';
import { usePaperActs, useProposals } from '@renderer/features/paper-acts';
import { useActiveTime } from '@renderer/features/plan';
import { openAnswers, openEvidence, ReviewForm } from '@renderer/features/review-form';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { useQuery } from '@renderer/bridge/queries';
import { useCommands } from '@renderer/ui/commands';
import { IconButton } from '@renderer/ui/IconButton';
import { InnerLinksContext } from '@renderer/ui/inner-links';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import { annotationOfUrl } from '@shared/anchor/citation';
import type { PaperView } from '@shared/contract/library';
import type { Venue } from '@shared/model/venue';
import { BesidePage } from './BesidePage';
import { deskCommands } from './desk-commands';
import { actsOfField, joinToForm } from './form-joins';
import type { DeskMode } from './paper-look';
import { PaperBar } from './PaperBar';
import { OWN_WINDOW_SHORTCUT, ownWindowCommand } from './own-window-command';
import { seekNote, useSought } from './sought-place';
import { EarlierPdfBanner } from './EarlierPdfBanner';
import { useEarlierPdf } from './use-earlier-pdf';
import { waysOutItems } from './ways-out';
import { useIsNarrow } from './use-is-narrow';
import { useOwnWindow } from './use-own-window';
import { usePaperLook } from './use-paper-look';
import styles from './workspaces.module.css';

/** Why the form of a withdrawn paper takes nothing. */
const WITHDRAWN =
  'This paper is no longer yours to review. What you wrote is kept here to read and to copy; it is not exported.';

/** Props of {@link ReviewDesk}. */
export interface ReviewDeskProps {
  readonly venue: Venue;
  readonly view: PaperView;
  /** Unfolds the paper list; null where it is open. */
  readonly onShowList: (() => void) | null;
  readonly onClose: () => void;
}

/** A paper beside its review form; one of them alone, or the form as a drawer where the window is narrow. */
export function ReviewDesk({ venue, view, onShowList, onClose }: ReviewDeskProps): ReactNode {
  const { paper } = view;
  const { look, change, keepPlace } = usePaperLook(venue.id, paper.number, view.view);
  // What waits to be compared is said in the form: it must be in sight.
  const [isDrawerOpen, setDrawerOpen] = useState(view.otherVersions.length > 0);
  const isNarrow = useIsNarrow();
  const sought = useSought(venue.id, paper.number);
  const own = useOwnWindow(venue.id, paper.number, sought, (place) => change({ place }));
  const isWithdrawn = view.draft.status === 'withdrawn';
  const { id, form } = venue;
  // The session behind the texts is the same for every view of the paper.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const texts = useMemo(() => openEvidence(venue, view), [id, form.version, paper.number, isWithdrawn]);
  const { earlier, show: showEarlier, leave: leaveEarlier } = useEarlierPdf(view);
  const leave = (): void => {
    // The paper opens where it was left, of which nothing has rendered yet.
    change({});
    leaveEarlier();
  };
  const notes = useNotes(venue.id, paper, texts, sought.note, showEarlier);
  const links = useMemo(
    () => ({
      stateOf: notes.links.stateOf,
      show: (url: string) => {
        const note = annotationOfUrl(url);
        if (note !== null) seekNote(venue.id, paper.number, note);
      },
    }),
    [notes.links.stateOf, venue.id, paper.number],
  );
  const acts = usePaperActs(venue.id, view);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const answers = useMemo(() => openAnswers(venue, view), [id, form.version, paper.number]);
  const proposals = useProposals(venue, view, answers);
  useActiveTime(venue.id, paper.number);
  // The page is on its way first; the form is built in the pauses of that, a moment later.
  const isFormDue = useDeferredValue(true, false);

  // In a narrow window "both" is the page with the drawer over it, which starts closed as a rule.
  const narrowMode: DeskMode = look.mode === 'form' ? 'form' : isDrawerOpen ? 'both' : 'page';
  const shownMode = isNarrow ? narrowMode : look.mode;
  const mode = own.isAway ? 'form' : shownMode;
  const setMode = (next: DeskMode): void => {
    if (own.isAway) own.attach();
    if (isNarrow) {
      setDrawerOpen(next === 'both');
      if ((next === 'form') !== (look.mode === 'form')) change({ mode: next === 'form' ? 'form' : 'both' });
    } else change({ mode: next });
  };
  useCommands([
    ownWindowCommand(own.isAway, own.isAway ? own.attach : own.detach),
    ...deskCommands({
      mode,
      setMode,
      besideName: 'review form',
      toggleBeside: () => setMode(mode === 'page' ? 'both' : 'page'),
    }),
  ]);
  const forms = useQuery('form.ofVenue', { venue: venue.id }).data ?? null;
  return (
    <div className={styles['desk']}>
      <PaperBar
        number={paper.number}
        title={paper.title}
        mode={mode}
        onModeChange={setMode}
        menu={[...acts.items, ...waysOutItems(forms)]}
        onShowList={onShowList}
        onClose={onClose}
      />
      {own.isAway && (
        <Banner
          tone="info"
          title="The paper is open in its own window"
          action={
            <Button size="small" onPress={own.attach}>
              Bring it back
            </Button>
          }
        />
      )}
      {proposals.banners}
      {earlier !== null && <EarlierPdfBanner onLeave={leave} />}
      <BesidePage
        source={{
          url: earlier?.url ?? view.pdfUrl,
          id: earlier?.pdf ?? paper.pdf.sha256,
          title: paper.title,
        }}
        initialPlace={earlier === null ? look.place : earlier.place}
        onPlaceChange={earlier === null ? keepPlace : undefined}
        marking={earlier === null ? notes.marking : notes.markingOn(earlier.pdf)}
        seek={own.isAway ? undefined : sought.seek}
        note={own.isAway ? undefined : sought.note}
        mode={mode}
        onModeChange={setMode}
        isNarrow={isNarrow}
        layout={look.layout}
        onLayoutChange={(layout) => change({ layout })}
        title="Review form"
        toolbarEnd={
          <IconButton
            label="Own window"
            icon={AppWindow}
            shortcut={OWN_WINDOW_SHORTCUT}
            onPress={own.detach}
          />
        }
      >
        {isFormDue ? (
          <InnerLinksContext value={links}>
            <ReviewForm
              venue={venue}
              paper={view}
              isHidden={mode === 'page'}
              joined={joinToForm}
              fieldActs={actsOfField}
              readOnlyReason={isWithdrawn ? WITHDRAWN : (acts.refusal ?? undefined)}
              readOnlyAct={isWithdrawn ? undefined : acts.takeBack}
            />
          </InnerLinksContext>
        ) : (
          <SkeletonRows label="Loading the review form" count={8} rowHeightRem={4} />
        )}
      </BesidePage>
      {notes.floating}
      {acts.sheet}
      {proposals.sheet}
    </div>
  );
}
