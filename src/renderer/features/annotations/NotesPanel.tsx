import { Highlighter } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { EmptyState } from '@renderer/ui/EmptyState';
import { Select } from '@renderer/ui/Select';
import { findCitations } from '@shared/anchor/citation';
import type { Sha256 } from '@shared/model/ids';
import type { AnnotationVisibility } from '@shared/model/annotation';
import { formatCount } from '../common/format';
import styles from './annotations.module.css';
import type { EvidenceTexts } from './evidence';
import { VISIBILITIES } from './meanings';
import type { NoteActs } from './note-acts';
import { EVERYTHING, listNotes } from './note-list';
import { NoteFilters } from './NoteFilters';
import { NoteListbox } from './NoteListbox';
import { NoteRow } from './NoteRow';
import type { NotesSession } from './notes-session';
import type { NotesUi } from './notes-ui';

/** Props of {@link NotesPanel}. */
export interface NotesPanelProps {
  readonly session: NotesSession;
  readonly ui: StoreApi<NotesUi>;
  readonly acts: NoteActs;
  readonly texts: EvidenceTexts;
  /** The paper's PDF as it is. */
  readonly pdf: Sha256;
  /** Who reads new notes. */
  readonly visibility: AnnotationVisibility;
  readonly onVisibility: (visibility: AnnotationVisibility) => void;
}

/** My notes on the paper, beside its pages. */
export function NotesPanel({ session, ui, acts, texts, ...props }: NotesPanelProps): ReactNode {
  const notes = useStore(session.store, (state) => state.notes);
  const error = useStore(session.store, (state) => state.saving.error);
  const { filter, isExpanded, chosen, lost } = useStore(ui);
  const all = useDeferredValue(notes);
  const shown = useMemo(() => listNotes([...all.values()], filter), [all, filter]);
  const cited = useCited(texts);
  const isFiltered = filter.query !== '' || filter.meaning !== null || filter.visibility !== null;
  return (
    <section className={styles['panel']} aria-label="Notes" data-notes-panel>
      {error !== null && (
        <Banner
          tone="danger"
          title={`Not saved: ${error.message}`}
          action={
            <Button size="small" kind="primary" onPress={session.retry}>
              Try again
            </Button>
          }
        >
          Your notes are still here. Leave this window open until they are saved.
        </Banner>
      )}
      {notes.size === 0 ? (
        <EmptyState title="No notes yet" icon={Highlighter}>
          Select text on the page and press 1 to 5 to mark it. Areas and notes are in the toolbar.
        </EmptyState>
      ) : (
        <>
          <NoteFilters
            filter={filter}
            onFilter={(next) => ui.setState({ filter: next })}
            isExpanded={isExpanded}
            onExpand={(next) => ui.setState({ isExpanded: next })}
          />
          <div className={styles['count']} role="status">
            {isFiltered
              ? `${shown.length} of ${formatCount(notes.size, 'note')}`
              : formatCount(notes.size, 'note')}
            {isFiltered && (
              <Button
                size="small"
                kind="quiet"
                onPress={() => ui.setState({ filter: { ...EVERYTHING, order: filter.order } })}
              >
                Show all
              </Button>
            )}
          </div>
          <NoteListbox
            key={String(isExpanded)}
            label="Notes"
            notes={shown}
            chosen={chosen}
            renderNote={(note) => (
              <NoteRow
                note={note}
                isExpanded={isExpanded}
                isCited={cited.has(note.id)}
                isElsewhere={note.content.pdf !== props.pdf}
                isLost={lost.has(note.id)}
              />
            )}
            onChoose={(id) => {
              ui.setState({ chosen: id });
              acts.show(id);
            }}
            onOpen={(id) => acts.openCard(id, true)}
            onDelete={acts.remove}
          />
        </>
      )}
      <div className={styles['panelFoot']}>
        <Select
          label="New notes are read by"
          options={VISIBILITIES}
          value={props.visibility}
          onChange={props.onVisibility}
        />
      </div>
    </section>
  );
}

/** The notes that some field cites, kept up as fields are typed in. */
function useCited(texts: EvidenceTexts): ReadonlySet<string> {
  const read = useCallback(
    () =>
      texts.fields
        .flatMap(({ id }) => findCitations(texts.textOf(id)).map((citation) => citation.id))
        .join(' '),
    [texts],
  );
  const ids = useSyncExternalStore(texts.subscribe, read);
  return useMemo(() => new Set(ids.split(' ')), [ids]);
}
