import type { PaperNumber } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { change, selectAll, type ReadDb, type WriteDb } from './database';

/** How many findings of a paper stay put aside: the newest. Those whose text changed are never asked for again. */
const MOST_A_PAPER = 200;

/** The keys of what was put aside of my review of a paper, in their order. */
export function listDismissed(db: ReadDb, paper: PaperNumber): string[] {
  return selectAll<{ finding: string }>(
    db,
    'SELECT finding FROM dismissed_findings WHERE paper = ? ORDER BY finding',
    paper,
  ).map(({ finding }) => finding);
}

/** Puts a finding aside. */
export function saveDismissed(db: WriteDb, paper: PaperNumber, finding: string, now: Instant): void {
  change(
    db,
    `INSERT INTO dismissed_findings VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET dismissed_at = excluded.dismissed_at`,
    paper,
    finding,
    now,
  );
  change(
    db,
    `DELETE FROM dismissed_findings WHERE paper = ? AND finding NOT IN
       (SELECT finding FROM dismissed_findings WHERE paper = ? ORDER BY dismissed_at DESC, finding LIMIT ${MOST_A_PAPER})`,
    paper,
    paper,
  );
}

/** Takes back that anything of a paper was put aside. */
export function removeDismissed(db: WriteDb, paper: PaperNumber): void {
  change(db, 'DELETE FROM dismissed_findings WHERE paper = ?', paper);
}
