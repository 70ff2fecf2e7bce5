import { PanelsTopLeft } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { request } from '@renderer/bridge/client';
import { useQuery } from '@renderer/bridge/queries';
import { useNotes } from '@renderer/features/annotations';
import { adoptDraft, openEvidence } from '@renderer/features/review-form';
import { Reader } from '@renderer/reader';
import { useCommands } from '@renderer/ui/commands';
import { IconButton } from '@renderer/ui/IconButton';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import type { PaperView } from '@shared/contract/library';
import type { ReaderSubject } from '@shared/contract/reader-window';
import type { Venue } from '@shared/model/venue';
import { EarlierPdfBanner } from './EarlierPdfBanner';
import { OutsideLink } from './OutsideLink';
import { OWN_WINDOW_SHORTCUT, ownWindowCommand } from './own-window-command';
import { PaperPending } from './PaperPending';
import { useEarlierPdf } from './use-earlier-pdf';
import { usePaperLook } from './use-paper-look';
import { useWindowTitle } from './use-window-title';
import styles from './workspaces.module.css';

/** The paper alone, in a window of its own: the form stays where it was, and both know of each other's changes. */
export function ReaderWindow(): ReactNode {
  const { data: subject } = useQuery('readerWindow.get', {});
  if (subject == null) return <SkeletonRows label="Opening the paper" count={12} rowHeightRem={2} />;
  return <OwnPaper key={`${subject.venue} ${subject.paper}`} subject={subject} />;
}

function OwnPaper({ subject }: { readonly subject: ReaderSubject }): ReactNode {
  const { venue: id, paper } = subject;
  const venue = useQuery('venue.get', { venue: id });
  const view = useQuery('paper.get', { venue: id, paper });
  if (venue.data !== undefined && view.data !== undefined)
    return <OwnReader venue={venue.data} view={view.data} sought={subject.sought} />;
  const retry = (): void => {
    venue.refetch();
    view.refetch();
  };
  return <PaperPending paper={paper} error={view.error ?? venue.error} onRetry={retry} onClose={close} />;
}

interface OwnReaderProps {
  readonly venue: Venue;
  readonly view: PaperView;
  readonly sought: ReaderSubject['sought'];
}

function OwnReader({ venue, view, sought }: OwnReaderProps): ReactNode {
  const { id, form } = venue;
  const { paper, pdfUrl, draft } = view;
  const [link, setLink] = useState<string | null>(null);
  const { look, keepPlace } = usePaperLook(venue.id, paper.number, view.view);
  const isWithdrawn = draft.status === 'withdrawn';
  // The session behind the texts is the same for every view of the paper.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const texts = useMemo(() => openEvidence(venue, view), [id, form.version, paper.number, isWithdrawn]);
  // What is quoted from here goes to the end of what the form's window has written meanwhile.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => void adoptDraft(venue, view), [draft]);
  const note = useMemo(() => (sought?.note == null ? undefined : { id: sought.note }), [sought]);
  const seek = useMemo(
    () => (sought === null || sought.note !== null ? undefined : { page: sought.page, words: sought.words }),
    [sought],
  );
  const { earlier, show: showEarlier, leave: leaveEarlier } = useEarlierPdf(view);
  const notes = useNotes(venue.id, paper, texts, note, showEarlier);
  const source = useMemo(
    () => ({ url: earlier?.url ?? pdfUrl, id: earlier?.pdf ?? paper.pdf.sha256, title: paper.title }),
    [earlier, pdfUrl, paper.pdf.sha256, paper.title],
  );
  useWindowTitle([`#${paper.number} ${paper.title}`, 'Paper', venue.shortName]);
  useCommands([ownWindowCommand(true, close)]);
  return (
    <main className={styles['page']} data-pane="page">
      {earlier !== null && <EarlierPdfBanner onLeave={leaveEarlier} />}
      <Reader
        source={source}
        initialPlace={earlier === null ? look.place : earlier.place}
        onPlaceChange={earlier === null ? keepPlace : undefined}
        onExternalLink={setLink}
        marking={earlier === null ? notes.marking : notes.markingOn(earlier.pdf)}
        seek={seek}
        toolbarEnd={
          <IconButton
            label="Back beside the form"
            icon={PanelsTopLeft}
            shortcut={OWN_WINDOW_SHORTCUT}
            onPress={close}
          />
        }
      />
      <OutsideLink url={link} onClose={() => setLink(null)} />
      {notes.floating}
    </main>
  );
}

function close(): void {
  void request('readerWindow.close', {}).catch(() => undefined);
}
