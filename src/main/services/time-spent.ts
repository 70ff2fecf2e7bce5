import type { TimeSpent } from '@shared/contract/plan';
import type { VenueId } from '@shared/model/ids';
import { localDayOf } from '@shared/rules/local-days';
import { addTime, listTimes, removeTimes } from '../store/time-spent';
import type { ServiceDeps } from './deps';
import { openMine, type PaperInput } from './save-draft';

/** How long I was at each paper, in all and today, by paper. */
export function listTimeSpent(deps: ServiceDeps, input: { readonly venue: VenueId }): readonly TimeSpent[] {
  const today = todayOf(deps);
  const byPaper = new Map<TimeSpent['paper'], TimeSpent>();
  for (const { paper, day, activeMs } of listTimes(deps.stores.open(input.venue).db)) {
    const before = byPaper.get(paper) ?? { paper, activeMs: 0, todayMs: 0 };
    const todayMs = before.todayMs + (day === today ? activeMs : 0);
    byPaper.set(paper, { paper, activeMs: before.activeMs + activeMs, todayMs });
  }
  return [...byPaper.values()];
}

/** Adds to the time at a paper of mine, today. Refused: PAPER_NOT_FOUND. */
export function addTimeSpent(deps: ServiceDeps, input: PaperInput & { readonly activeMs: number }): null {
  const { db } = openMine(deps, input);
  addTime(db, { paper: input.paper, day: todayOf(deps), activeMs: input.activeMs });
  return null;
}

/** Forgets how long I was at any paper of a venue. */
export function forgetTimeSpent(deps: ServiceDeps, input: { readonly venue: VenueId }): null {
  removeTimes(deps.stores.open(input.venue).db);
  return null;
}

function todayOf({ clock }: ServiceDeps): string {
  return localDayOf(clock.nowMs(), clock.timeZone);
}
