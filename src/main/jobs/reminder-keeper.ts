import type { Reminders } from '@shared/contract/app';
import type { ServiceDeps } from '../services/deps';
import { findReminder, type Reminder } from '../services/reminders';
import { getRemindedAt, saveRemindedAt } from '../store/facts';
import { nowInstant } from '../services/deps';

/** Reminds of deadlines at the times that a person set, while the application runs. */
export interface ReminderKeeper {
  /** From now on looks every minute. */
  watch(): void;
  /** Looks once, now. Never throws. */
  look(): void;
  finish(): void;
}

const MINUTE_MS = 60_000;
/** A time that passed while the application did not run is made up for within so long. */
const CATCH_UP_MS = 12 * 60 * MINUTE_MS;

/**
 * Keeps reminders. `readSettings` answers null while they are off; `show` shows one; `onFailure` hears why a venue could not
 * be looked at.
 */
export function createReminderKeeper(
  deps: ServiceDeps,
  readSettings: () => Reminders | null,
  show: (reminder: Reminder) => void,
  onFailure: (detail: string) => void,
): ReminderKeeper {
  let timer: NodeJS.Timeout | null = null;
  let lookedAtMs: number | null = null;
  let known: string | null = null;

  const lookAt = (settings: Reminders, sinceMs: number): void => {
    for (const venue of deps.stores.list()) {
      try {
        const { db } = deps.stores.open(venue);
        const remindedAt = getRemindedAt(db);
        const since = Math.max(sinceMs, remindedAt === null ? 0 : Date.parse(remindedAt));
        const reminder = findReminder(deps, venue, settings, since);
        if (reminder === null) continue;
        saveRemindedAt(db, nowInstant(deps.clock));
        show(reminder);
      } catch (error) {
        onFailure(`${venue}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  const look = (): void => {
    const nowMs = deps.clock.nowMs();
    const settings = readSettings();
    const text = JSON.stringify(settings);
    // A time that was set just now and is over today is one of tomorrow.
    const isNew = known !== null && known !== text;
    const sinceMs = isNew ? nowMs : (lookedAtMs ?? nowMs - CATCH_UP_MS);
    known = text;
    lookedAtMs = nowMs;
    if (settings !== null) lookAt(settings, sinceMs);
  };
  return {
    look,
    watch() {
      timer ??= setInterval(look, MINUTE_MS).unref();
    },
    finish() {
      if (timer !== null) clearInterval(timer);
      timer = null;
    },
  };
}
