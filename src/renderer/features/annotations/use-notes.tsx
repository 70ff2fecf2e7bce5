import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { setPreferences, usePreferences } from '@renderer/bridge/preferences';
import { useQuery } from '@renderer/bridge/queries';
import type { MarkControl, ReaderMarking } from '@renderer/reader';
import { useCommands } from '@renderer/ui/commands';
import type { InnerLinks } from '@renderer/ui/inner-links';
import { toast } from '@renderer/ui/toasts';
import { annotationOfUrl } from '@shared/anchor/citation';
import { toNotesText } from '@shared/anchor/notes-text';
import type { Paper } from '@shared/model/paper';
import type { Sha256, VenueId } from '@shared/model/ids';
import { copyText } from '../common/copy-text';
import type { EvidenceTexts } from './evidence';
import { createNoteActs } from './note-acts';
import { noteCommands } from './note-commands';
import { createNoteKeys } from './note-keys';
import { listNotes, EVERYTHING } from './note-list';
import { NotesFloating } from './NotesFloating';
import { NotesPanel } from './NotesPanel';
import { createNotesUi } from './notes-ui';
import { NoteTools } from './NoteTools';
import { saveNotesPdf } from './save-notes-pdf';
import type { Note } from './notes-session';
import { openNotes } from './open-notes';
import { toPageMark } from './page-marks';
import { useCarriedNotes } from './use-carried-notes';
import { useSoughtNote, type SoughtNote } from './use-sought-note';

const NO_HOOKS: ReaderMarking['hooks'] = {
  onSelect: () => undefined,
  onPress: () => undefined,
  onPlace: () => undefined,
};

const NOTHING = (): void => undefined;

/** My notes on one paper, for the desk that shows it. */
export interface UseNotes {
  /** For the reader. */
  readonly marking: ReaderMarking;
  /** For a reader of an earlier PDF of the paper: what is marked there can be seen, and nothing changed. */
  readonly markingOn: (pdf: Sha256) => ReaderMarking;
  /** What floats over the page: the bar beside a selection, the card of a note. */
  readonly floating: ReactNode;
  /** For the texts that cite notes. */
  readonly links: InnerLinks;
}

/**
 * My notes on a paper. Use it under a key of the paper; `texts` stays the same while the paper does. Once the pages are there
 * the reader is led to the note that is `sought`. A note on an earlier PDF is shown there by `onEarlier`, which stays the same.
 */
export function useNotes(
  venue: VenueId,
  paper: Paper,
  texts: EvidenceTexts,
  sought?: SoughtNote,
  onEarlier: (note: Note) => void = NOTHING,
): UseNotes {
  const session = useMemo(() => openNotes(venue, paper.number), [venue, paper.number]);
  const [ui] = useState(createNotesUi);
  const listed = useQuery('annotation.list', { venue, paper: paper.number }).data;
  const visibility = usePreferences()?.noteVisibility ?? 'chairs';
  useEffect(() => ui.setState({ visibility }), [ui, visibility]);
  useEffect(() => {
    if (listed !== undefined) session.adopt(listed);
  }, [session, listed]);
  const acts = useMemo(
    () => createNoteActs({ session, ui, texts, pdf: paper.pdf.sha256, onEarlier }),
    [session, ui, texts, paper.pdf.sha256, onEarlier],
  );
  const notes = useStore(session.store, (state) => state.notes);
  const isLoaded = useStore(session.store, (state) => state.isLoaded);
  const isOpen = useStore(ui, (state) => state.control !== undefined);
  const tool = useStore(ui, (state) => state.tool);
  useCarriedNotes(session, ui, paper.pdf.sha256);
  useSoughtNote(acts, isOpen && isLoaded, sought);
  const marks = useMemo(
    () => [...notes.values()].filter(({ content }) => content.pdf === paper.pdf.sha256).map(toPageMark),
    [notes, paper.pdf.sha256],
  );
  const onControl = useCallback((control: MarkControl | undefined) => ui.setState({ control }), [ui]);
  const hooks = useMemo<ReaderMarking['hooks']>(
    () => ({
      onSelect: (isSelected) => {
        if (isSelected) acts.closeCard();
        ui.setState(({ bar }) => ({ bar: isSelected ? (bar === 'none' ? 'shown' : bar) : 'none' }));
      },
      onPress: (id) => {
        const note = [...session.store.getState().notes.keys()].find((one) => one === id);
        if (note === undefined) acts.closeCard();
        else acts.openCard(note);
      },
      onPlace: acts.place,
    }),
    [acts, session, ui],
  );
  const onKeyDown = useMemo(() => createNoteKeys(acts, ui), [acts, ui]);
  const copyAll = (): void => {
    const all = listNotes([...session.store.getState().notes.values()], EVERYTHING);
    const isCopied = copyText(toNotesText(paper, all));
    toast({ title: isCopied ? 'Your notes are on the clipboard' : 'The clipboard took nothing' });
  };
  const savePdf = (): void =>
    void saveNotesPdf(
      paper.number,
      [...session.store.getState().notes.values()].filter(({ content }) => content.pdf === paper.pdf.sha256),
      ui.getState().control,
    );
  useCommands(noteCommands({ acts, session, ui, texts, copyAll, savePdf }));
  const links = useMemo<InnerLinks>(
    () => ({
      stateOf: (url) => {
        const id = annotationOfUrl(url);
        if (id === null) return 'unknown';
        if (notes.has(id)) return 'here';
        return isLoaded ? 'gone' : 'unknown';
      },
      show: (url) => {
        const id = annotationOfUrl(url);
        if (id !== null) acts.show(id);
      },
    }),
    [acts, notes, isLoaded],
  );
  const panel = (
    <NotesPanel
      session={session}
      ui={ui}
      acts={acts}
      texts={texts}
      pdf={paper.pdf.sha256}
      visibility={visibility}
      onVisibility={(next) => void setPreferences({ noteVisibility: next }).catch(() => undefined)}
    />
  );
  return {
    markingOn: (pdf) => ({
      marks: [...notes.values()].filter(({ content }) => content.pdf === pdf).map(toPageMark),
      tool: 'none',
      hooks: NO_HOOKS,
      onControl: NOTHING,
      onKeyDown: NOTHING,
      controls: null,
      panel,
    }),
    marking: {
      marks,
      tool,
      hooks,
      onControl,
      onKeyDown,
      controls: <NoteTools tool={tool} isOpen={isOpen} onTool={(next) => ui.setState({ tool: next })} />,
      panel,
    },
    floating: <NotesFloating session={session} ui={ui} acts={acts} texts={texts} />,
    links,
  };
}
