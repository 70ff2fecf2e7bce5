import { useCallback, useEffect, useRef, useState } from 'react';
import { request, toRequestError } from '@renderer/bridge/client';
import { useQuery } from '@renderer/bridge/queries';
import { toast } from '@renderer/ui/toasts';
import type { ReaderSubject } from '@shared/contract/reader-window';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { toPaperLook } from './paper-look';
import type { Sought } from './sought-place';

/** The reader of the open paper in a window of its own. */
export interface UseOwnWindow {
  /** Whether the paper is read there, and not beside its form. */
  readonly isAway: boolean;
  readonly detach: () => void;
  readonly attach: () => void;
}

/**
 * Keeps the reader's own window, while there is one, on the paper of this desk and where the desk leads. When it closes,
 * the paper comes back here at the place where it was left there, which `onReturn` is told first.
 */
export function useOwnWindow(
  venue: VenueId,
  paper: PaperNumber,
  sought: Sought,
  onReturn: (place: unknown) => void,
): UseOwnWindow {
  const subject = useQuery('readerWindow.get', {}).data ?? null;
  const isOpen = subject !== null;
  const [isAway, setAway] = useState(isOpen);
  const isElsewhere = isOpen && (subject.venue !== venue || subject.paper !== paper);
  const led = useRef(sought);

  useEffect(() => {
    const isLed = led.current !== sought && (sought.seek !== undefined || sought.note !== undefined);
    if (isOpen && (isElsewhere || isLed)) show({ venue, paper, sought: toSubjectPlace(sought) });
    led.current = sought;
  }, [isOpen, isElsewhere, sought, venue, paper]);

  useEffect(() => {
    if (isOpen) {
      setAway(true);
      return undefined;
    }
    if (!isAway) return undefined;
    let isHere = true;
    request('paper.get', { venue, paper })
      .then(({ view }) => {
        if (isHere) onReturn(toPaperLook(view).place);
      })
      // The paper opens where this window knows it.
      .catch(() => undefined)
      .finally(() => {
        if (isHere) setAway(false);
      });
    return () => {
      isHere = false;
    };
    // Only the window's coming and going matters.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOpen]);

  const detach = useCallback(() => show({ venue, paper, sought: null }), [venue, paper]);
  const attach = useCallback(() => {
    request('readerWindow.close', {}).catch(tell);
  }, []);
  return { isAway: isAway || isOpen, detach, attach };
}

function show(subject: ReaderSubject): void {
  request('readerWindow.show', subject).catch(tell);
}

function tell(thrown: unknown): void {
  toast({ title: 'The window did not open', text: toRequestError(thrown).message, tone: 'danger' });
}

function toSubjectPlace({ seek, note }: Sought): ReaderSubject['sought'] {
  if (seek !== undefined) return { page: seek.page, words: seek.words, note: null };
  return note === undefined ? null : { page: null, words: '', note: note.id };
}
