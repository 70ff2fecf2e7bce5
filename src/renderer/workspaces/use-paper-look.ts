import { useCallback, useEffect, useRef, useState } from 'react';
import { request } from '@renderer/bridge/client';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { toPaperLook, type PaperLook } from './paper-look';

/** Scrolling tells a new place at each step; it is written once it rests, in milliseconds. */
const REST_MS = 300;

/** How the open paper is looked at, and how to change that; changes are remembered for this paper. */
export interface UsePaperLook {
  readonly look: PaperLook;
  readonly change: (changes: Partial<PaperLook>) => void;
  /** The reader's place, which is kept here without rendering again. */
  readonly keepPlace: (place: unknown) => void;
}

/**
 * The look of one paper, opened as it was left. Use it under a key of the paper.
 *
 * A look that cannot be written is given up silently: it is a convenience, and a full disk is told where it costs text.
 */
export function usePaperLook(venue: VenueId, paper: PaperNumber, view: unknown): UsePaperLook {
  const [look, setLook] = useState(() => toPaperLook(view));
  const latest = useRef(look);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const write = useCallback(() => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    const view = JSON.parse(JSON.stringify(latest.current)) as never;
    request('paper.rememberView', { venue, paper, view }).catch(() => undefined);
  }, [venue, paper]);

  const schedule = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(write, REST_MS);
  }, [write]);

  useEffect(() => {
    window.addEventListener('pagehide', write);
    return () => {
      window.removeEventListener('pagehide', write);
      write();
    };
  }, [write]);

  const change = useCallback(
    (changes: Partial<PaperLook>) => {
      latest.current = { ...latest.current, ...changes };
      setLook(latest.current);
      schedule();
    },
    [schedule],
  );
  const keepPlace = useCallback(
    (place: unknown) => {
      latest.current = { ...latest.current, place };
      schedule();
    },
    [schedule],
  );
  return { look, change, keepPlace };
}
