import { Highlighter } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { Banner } from '@renderer/ui/Banner';
import { EmptyState } from '@renderer/ui/EmptyState';
import type { AnnotationId } from '@shared/model/ids';
import { formatCount } from '../common/format';
import styles from './annotations.module.css';
import { NoteFilters } from './NoteFilters';
import { NoteListbox } from './NoteListbox';
import { NoteRow } from './NoteRow';
import type { NotesUi } from './notes-ui';
import type { ReceivedNote, ReceivedNotes } from './received-notes';

/** Props of {@link ReceivedNotesPanel}. */
export interface ReceivedNotesPanelProps {
  readonly received: ReceivedNotes;
  /** Those that the filter lets through, in its order. */
  readonly shown: readonly ReceivedNote[];
  readonly ui: StoreApi<NotesUi>;
  readonly hidden: ReadonlySet<string>;
  readonly onToggleWriter: (writer: string) => void;
  readonly onShow: (id: AnnotationId) => void;
  readonly onOpen: (id: AnnotationId) => void;
}

/** What reviewers marked on the paper, beside its pages: by reviewer and meaning, to be read. */
export function ReceivedNotesPanel({
  received,
  shown,
  ui,
  hidden,
  ...props
}: ReceivedNotesPanelProps): ReactNode {
  const { filter, isExpanded, chosen } = useStore(ui);
  const { notes, otherPdfCount, writers } = received;
  return (
    <section className={styles['panel']} aria-label="Reviewers’ notes" data-notes-panel>
      {otherPdfCount > 0 && (
        <Banner tone="info" title={`${formatCount(otherPdfCount, 'note')} on another PDF`}>
          They were made on another version of this paper and have no place on this one.
        </Banner>
      )}
      {notes.length === 0 ? (
        <EmptyState title="No notes" icon={Highlighter}>
          What reviewers mark on the paper and let chairs read comes with their reviews.
        </EmptyState>
      ) : (
        <>
          <NoteFilters
            filter={filter}
            onFilter={(next) => ui.setState({ filter: next })}
            isExpanded={isExpanded}
            onExpand={(next) => ui.setState({ isExpanded: next })}
            more={[
              {
                id: 'writers',
                title: 'Reviewers',
                items: writers.map((writer) => ({
                  id: `writer-${writer}`,
                  title: writer,
                  isChecked: !hidden.has(writer),
                  run: () => props.onToggleWriter(writer),
                })),
              },
            ]}
          />
          <div className={styles['count']} role="status">
            {shown.length === notes.length
              ? formatCount(notes.length, 'note')
              : `${shown.length} of ${formatCount(notes.length, 'note')}`}
          </div>
          <NoteListbox
            key={String(isExpanded)}
            label="Notes"
            notes={shown}
            chosen={chosen}
            renderNote={(note) => <NoteRow note={note} isExpanded={isExpanded} writer={note.writer} />}
            onChoose={props.onShow}
            onOpen={props.onOpen}
          />
        </>
      )}
    </section>
  );
}
