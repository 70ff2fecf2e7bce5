import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { MarkControl, ReaderMarking } from '@renderer/reader';
import { useCommands } from '@renderer/ui/commands';
import type { InnerLinks } from '@renderer/ui/inner-links';
import { annotationOfUrl } from '@shared/anchor/citation';
import type { ConsolidatedPaper } from '@shared/contract/consolidation';
import type { AnnotationId } from '@shared/model/ids';
import { panelCommand } from './note-commands';
import { listNotes } from './note-list';
import { createNotesUi } from './notes-ui';
import { toPageMark } from './page-marks';
import { ReceivedNoteCard } from './ReceivedNoteCard';
import { ReceivedNotesPanel } from './ReceivedNotesPanel';
import { toReceivedNotes } from './received-notes';
import type { UseNotes } from './use-notes';

const NONE = { notes: [], otherPdfCount: 0, writers: [] };

/**
 * What reviewers marked on a paper, for the desk of a chair: on the pages, in a list, each in a card. What the list
 * leaves out is not on the pages either. Use it under a key of the paper.
 */
export function useReceivedNotes(
  view: ConsolidatedPaper | undefined,
  onLink: (url: string) => void,
): Pick<UseNotes, 'marking' | 'floating' | 'links'> {
  const [ui] = useState(createNotesUi);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set());
  const { filter, open, control } = useStore(ui);
  const received = useMemo(
    () => (view === undefined ? NONE : toReceivedNotes(view.annotations, view.paper.pdf.sha256)),
    [view],
  );
  const shown = useMemo(
    () =>
      listNotes(
        received.notes.filter(({ writer }) => !hidden.has(writer)),
        filter,
      ),
    [received, hidden, filter],
  );
  const marks = useMemo(() => shown.map(toPageMark), [shown]);
  const onControl = useCallback((next: MarkControl | undefined) => ui.setState({ control: next }), [ui]);
  const find = useCallback((id: string) => received.notes.find((note) => note.id === id), [received]);
  const openCard = useCallback(
    (id: string | null) => {
      const note = id === null ? undefined : find(id);
      ui.setState(note === undefined ? { open: null } : { open: note.id, chosen: note.id });
    },
    [find, ui],
  );
  const show = useCallback(
    (id: AnnotationId) => {
      const note = find(id);
      if (note === undefined) return;
      ui.setState({ chosen: id });
      ui.getState().control?.show(note.content.pages, id);
    },
    [find, ui],
  );
  const hooks = useMemo<ReaderMarking['hooks']>(
    () => ({ onSelect: () => undefined, onPress: openCard, onPlace: () => undefined }),
    [openCard],
  );
  useCommands([panelCommand(ui, 'Show or hide the reviewers’ notes on the paper')]);
  const links = useMemo<InnerLinks>(
    () => ({
      // A reviewer may quote what they let nobody see: then the page is all there is to say.
      stateOf: (url) => (find(annotationOfUrl(url) ?? '') === undefined ? 'unknown' : 'here'),
      show: (url) => {
        const id = annotationOfUrl(url);
        if (id !== null) show(id);
      },
    }),
    [find, show],
  );
  const opened = open === null ? undefined : find(open);
  const pages = opened?.content.pages;
  const anchor = useCallback(
    () => (pages === undefined ? undefined : control?.boxOf(pages)),
    [control, pages],
  );
  const close = (): void => {
    ui.setState({ open: null });
    control?.focusPages();
  };
  const floating: ReactNode = opened !== undefined && control !== undefined && (
    <ReceivedNoteCard key={opened.id} note={opened} anchor={anchor} onClose={close} onLink={onLink} />
  );
  return {
    marking: {
      marks,
      tool: 'none',
      hooks,
      onControl,
      onKeyDown: (event) => {
        if (event.key !== 'Escape' || open === null) return;
        event.preventDefault();
        ui.setState({ open: null });
      },
      controls: null,
      panel: (
        <ReceivedNotesPanel
          received={received}
          shown={shown}
          ui={ui}
          hidden={hidden}
          onToggleWriter={(writer) => setHidden((before) => toggled(before, writer))}
          onShow={show}
          onOpen={openCard}
        />
      ),
    },
    floating,
    links,
  };
}

function toggled(before: ReadonlySet<string>, writer: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(writer)) after.add(writer);
  return after;
}
