import { useEffect, useState, type ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import type { Instant } from '@shared/model/time';
import { formatClock } from './clock-words';
import type { QueueState } from './save-queue';
import styles from './saving.module.css';

/** How long a save may take before it is said, in milliseconds. */
const QUIET_MS = 300;

/** Props of {@link SaveIndicator}. */
export interface SaveIndicatorProps {
  readonly phase: QueueState['phase'];
  /** When the newest change was on disk; null before the first. */
  readonly savedAt: Instant | null;
}

/**
 * Whether everything is on disk, and since when. "Saved" is shown only while it is true: from the acknowledgement of
 * the newest change to the next change.
 */
export function SaveIndicator({ phase, savedAt }: SaveIndicatorProps): ReactNode {
  const { timeZone } = useClock();
  const isSlow = useIsSlow(phase === 'saving');
  return (
    <span className={styles['saved']} data-phase={phase}>
      {phase === 'settled' && savedAt !== null && `Saved ${formatClock(savedAt, timeZone)}`}
      {phase === 'saving' && isSlow && 'Saving…'}
      {phase === 'failed' && 'Not saved'}
    </span>
  );
}

function useIsSlow(isSaving: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!isSaving) return undefined;
    const timer = setTimeout(() => setIsSlow(true), QUIET_MS);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isSaving]);
  return isSlow;
}
