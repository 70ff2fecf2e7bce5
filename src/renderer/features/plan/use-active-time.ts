import { useEffect } from 'react';
import { request } from '@renderer/bridge/client';
import { useQuery } from '@renderer/bridge/queries';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { countActiveTime } from './active-time';

const LOOK_MS = 5_000;
/** How much is gathered before it is told: less would be lost with a window that is killed. */
const TELL_MS = 60_000;
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Counts the time at the open paper, for its reader alone, where that was chosen in the settings. */
export function useActiveTime(venue: VenueId, paper: PaperNumber): void {
  const isOn = useQuery('app.get', {}).data?.preferences.countsTime === true;
  useEffect(() => {
    if (!isOn) return undefined;
    const time = countActiveTime(performance.now());
    let untoldMs = 0;
    const tell = (): void => {
      const activeMs = Math.round(untoldMs);
      untoldMs = 0;
      // A minute that cannot be counted is not worth a word to anybody.
      if (activeMs > 0) request('time.add', { venue, paper, activeMs }).catch(() => undefined);
    };
    const look = (): void => {
      time.look(performance.now(), document.hasFocus());
      untoldMs += time.take();
      if (untoldMs >= TELL_MS) tell();
    };
    const onInput = (): void => time.noteInput(performance.now());
    const timer = setInterval(look, LOOK_MS);
    for (const input of INPUTS) window.addEventListener(input, onInput, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const input of INPUTS) window.removeEventListener(input, onInput, { capture: true });
      look();
      tell();
    };
  }, [isOn, venue, paper]);
}
