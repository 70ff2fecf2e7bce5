import { useCallback, useRef, useState } from 'react';
import { request } from '@renderer/bridge/client';
import { patchQuery } from '@renderer/bridge/query-cache';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { toPaperLook, type PaperLook } from './paper-look';

/** How the open paper is looked at, and how to change that; each change is remembered for this paper at once. */
export interface UsePaperLook {
  readonly look: PaperLook;
  readonly change: (changes: Partial<PaperLook>) => void;
  /** The reader's place, which is kept here without rendering again. */
  readonly keepPlace: (place: unknown) => void;
}

/**
 * The look of one paper, opened as it was left. Use it under a key of the paper. The reader tells its place only when
 * the reading has come to rest, and panes theirs when the pointer is let go, so nothing here waits.
 *
 * A look that cannot be written is given up silently: it is a convenience, and a full disk is told where it costs text.
 */
export function usePaperLook(venue: VenueId, paper: PaperNumber, view: unknown): UsePaperLook {
  const [look, setLook] = useState(() => toPaperLook(view));
  const latest = useRef(look);

  const remember = useCallback(
    (changes: Partial<PaperLook>) => {
      latest.current = { ...latest.current, ...changes };
      const plain = JSON.parse(JSON.stringify(latest.current)) as never;
      // No event tells of a view, and coming back to the paper must find it.
      patchQuery('paper.get', { venue, paper }, (known) => ({ ...known, view: plain }));
      request('paper.rememberView', { venue, paper, view: plain }).catch(() => undefined);
    },
    [venue, paper],
  );
  const change = useCallback(
    (changes: Partial<PaperLook>) => {
      remember(changes);
      setLook(latest.current);
    },
    [remember],
  );
  const keepPlace = useCallback((place: unknown) => remember({ place }), [remember]);
  return { look, change, keepPlace };
}
