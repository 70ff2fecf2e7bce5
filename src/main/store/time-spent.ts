import type { PaperNumber } from '@shared/model/ids';
import { change, selectAll, type ReadDb, type WriteDb } from './database';

/** How long I was at a paper on one day of my own zone. */
export interface StoredTime {
  readonly paper: PaperNumber;
  readonly day: string;
  readonly activeMs: number;
}

/** All times, by paper and day. */
export function listTimes(db: ReadDb): StoredTime[] {
  return selectAll(db, 'SELECT paper, day, active_ms AS activeMs FROM time_spent ORDER BY paper, day');
}

/** Adds to the time on a paper on a day. */
export function addTime(db: WriteDb, { paper, day, activeMs }: StoredTime): void {
  change(
    db,
    'INSERT INTO time_spent VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET active_ms = active_ms + excluded.active_ms',
    paper,
    day,
    activeMs,
  );
}

/** Forgets all times. */
export function removeTimes(db: WriteDb): void {
  change(db, 'DELETE FROM time_spent');
}
