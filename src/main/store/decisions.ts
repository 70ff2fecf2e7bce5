import {
  decisionContentSchema,
  decisionRevisionSchema,
  type DecisionContent,
  type DecisionRevision,
} from '@shared/model/decision';
import type { PaperNumber, Sha256 } from '@shared/model/ids';
import { instantSchema, type Instant } from '@shared/model/time';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** My decision on a paper as it stands on disk. */
export interface DecisionDraft {
  readonly paper: PaperNumber;
  readonly content: DecisionContent;
  readonly changedAt: Instant;
}

/** A revision of a decision with the chain it ends. */
export interface StoredDecisionRevision {
  readonly hash: Sha256;
  readonly history: readonly Sha256[];
  readonly revision: DecisionRevision;
  readonly receivedAt: Instant;
}

interface DraftRow {
  readonly paper: PaperNumber;
  readonly json: string;
  readonly changed_at: string;
}

interface RevisionRow {
  readonly hash: Sha256;
  readonly json: string;
  readonly history: string;
  readonly received_at: string;
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

const SELECT = 'SELECT hash, json, history, received_at FROM decision_revisions';

/** Every revision of the decision on a paper, by hash. */
export function listDecisionRevisionsOn(db: ReadDb, paper: PaperNumber): StoredDecisionRevision[] {
  return selectAll<RevisionRow>(db, `${SELECT} WHERE paper = ? ORDER BY hash`, paper).map(toStored);
}

/** Every revision of every decision, by paper and hash. */
export function listDecisionRevisions(db: ReadDb): StoredDecisionRevision[] {
  return selectAll<RevisionRow>(db, `${SELECT} ORDER BY paper, hash`).map(toStored);
}

/** Adds a revision, or a longer history of one that is known (see `saveRevision`). Answers whether it is new. */
export function saveDecisionRevision(db: WriteDb, stored: StoredDecisionRevision): boolean {
  const isKnown = selectOne(db, 'SELECT 1 FROM decision_revisions WHERE hash = ?', stored.hash) !== undefined;
  change(
    db,
    `INSERT INTO decision_revisions VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET history = excluded.history
       WHERE json_array_length(excluded.history) > json_array_length(history)
         OR (json_array_length(excluded.history) = json_array_length(history) AND excluded.history < history)`,
    stored.hash,
    stored.revision.paper,
    JSON.stringify(stored.revision),
    JSON.stringify(stored.history),
    stored.receivedAt,
  );
  return !isKnown;
}

function toStored(row: RevisionRow): StoredDecisionRevision {
  return {
    hash: row.hash,
    history: JSON.parse(row.history) as Sha256[],
    revision: decisionRevisionSchema.parse(JSON.parse(row.json)),
    receivedAt: instantSchema.parse(row.received_at),
  };
}
