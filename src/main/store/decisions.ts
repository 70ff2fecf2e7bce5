import {
  decisionContentSchema,
  decisionRevisionSchema,
  type DecisionContent,
  type DecisionRevision,
} from '@shared/model/decision';
import type { PaperNumber } from '@shared/model/ids';
import { instantSchema, type Instant } from '@shared/model/time';
import { saveChained, selectChain, toChained, type Chained, type ChainRow } from './chains';
import { change, selectAll, type ReadDb, type WriteDb } from './database';

/** My decision on a paper as it stands on disk. */
export interface DecisionDraft {
  readonly paper: PaperNumber;
  readonly content: DecisionContent;
  readonly changedAt: Instant;
}

/** A revision of a decision with the chain it ends. */
export type StoredDecisionRevision = Chained<DecisionRevision>;

interface DraftRow {
  readonly paper: PaperNumber;
  readonly json: string;
  readonly changed_at: string;
}

/** All my decisions, by paper. */
export function listDecisionDrafts(db: ReadDb): DecisionDraft[] {
  return selectAll<DraftRow>(db, 'SELECT paper, json, changed_at FROM decision_drafts ORDER BY paper').map(
    (row) => ({
      paper: row.paper,
      content: decisionContentSchema.parse(JSON.parse(row.json)),
      changedAt: instantSchema.parse(row.changed_at),
    }),
  );
}

/** Sets my decision on a paper. */
export function saveDecisionDraft(db: WriteDb, { paper, content, changedAt }: DecisionDraft): void {
  change(
    db,
    `INSERT INTO decision_drafts VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET json = excluded.json, changed_at = excluded.changed_at`,
    paper,
    JSON.stringify(content),
    changedAt,
  );
}

const SELECT = selectChain('decision_revisions');
const toStored = toChained(decisionRevisionSchema);

/** Every revision of the decision on a paper, by hash. */
export function listDecisionRevisionsOn(db: ReadDb, paper: PaperNumber): StoredDecisionRevision[] {
  return selectAll<ChainRow>(db, `${SELECT} WHERE paper = ? ORDER BY hash`, paper).map(toStored);
}

/** Every revision of every decision, by paper and hash. */
export function listDecisionRevisions(db: ReadDb): StoredDecisionRevision[] {
  return selectAll<ChainRow>(db, `${SELECT} ORDER BY paper, hash`).map(toStored);
}

/** Adds a revision, or a longer history of one that is known (see `saveChained`). Answers whether it is new. */
export function saveDecisionRevision(db: WriteDb, stored: StoredDecisionRevision): boolean {
  return saveChained(db, 'decision_revisions', stored, [stored.revision.paper]);
}
