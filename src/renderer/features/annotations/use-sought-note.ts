import { useEffect, useRef } from 'react';
import type { AnnotationId } from '@shared/model/ids';
import type { NoteActs } from './note-acts';

/** A note to be led to, each time as a new object. */
export interface SoughtNote {
  readonly id: AnnotationId;
}

/** Leads to a note once the pages and the notes are there. */
export function useSoughtNote(acts: NoteActs, isReady: boolean, sought: SoughtNote | undefined): void {
  const done = useRef<SoughtNote | undefined>(undefined);
  useEffect(() => {
    if (!isReady || sought === undefined || done.current === sought) return;
    done.current = sought;
    acts.show(sought.id);
  }, [acts, isReady, sought]);
}
