import type { FieldId, ReviewId } from '@shared/model/ids';
import { answerSchema, type Answer } from '@shared/model/review';
import { instantSchema, type Instant } from '@shared/model/time';
import { stepVersion, type GrowingVersion } from '@shared/rules/answer-versions';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** A version of an answer of a draft. */
export interface StoredVersion {
  readonly id: number;
  readonly since: Instant;
  readonly changedAt: Instant;
  readonly isKept: boolean;
  /** Null where it cleared the answer. */
  readonly answer: Answer | null;
}

interface VersionRow {
  readonly id: number;
  readonly since: string;
  readonly changed_at: string;
  readonly removed_chars: number;
  readonly is_cutting: number;
  readonly is_kept: number;
}

/** How exactly it is on disk when a version was last changed, in milliseconds. */
const GRAIN_MS = 10_000;
/** How versions have grown since that was last written, by id: for each connection. */
const notes = new WeakMap<WriteDb, Map<number, Pick<VersionRow, 'changed_at' | 'removed_chars'>>>();
/** More versions of one field than these are thinned out, the oldest first; those that were kept for a reason stay. */
const MOST_A_FIELD = 400;

/** The versions of an answer, oldest first; the last of them stands. */
export function listVersions(db: ReadDb, review: ReviewId, field: FieldId): StoredVersion[] {
  const rows = selectAll<VersionRow & { readonly answer: string | null }>(
    db,
    'SELECT * FROM answer_versions WHERE review = ? AND field = ? ORDER BY id',
    review,
    field,
  );
  const standing = getAnswer(db, review, field);
  return rows.map((row, index) => ({
    id: row.id,
    since: instantSchema.parse(row.since),
    changedAt: instantSchema.parse(row.changed_at),
    isKept: row.is_kept === 1,
    answer: index === rows.length - 1 ? standing : parseAnswer(row.answer),
  }));
}

/** One answer of a draft; null where there is none. */
export function getAnswer(db: ReadDb, review: ReviewId, field: FieldId): Answer | null {
  const row = selectOne<{ answer: string }>(
    db,
    'SELECT answer FROM draft_answers WHERE review = ? AND field = ?',
    review,
    field,
  );
  return row === undefined ? null : parseAnswer(row.answer);
}

/** Notes that an answer is about to become another. To be called before the draft is changed, in the same transaction. */
export function noteVersion(
  db: WriteDb,
  review: ReviewId,
  field: FieldId,
  answer: Answer | null,
  now: Instant,
): void {
  const [onDisk, beforeThat] = selectAll<VersionRow>(
    db,
    `SELECT id, since, changed_at, removed_chars, is_cutting, is_kept FROM answer_versions
      WHERE review = ? AND field = ? ORDER BY id DESC LIMIT 2`,
    review,
    field,
  );
  const note = onDisk && notesOf(db).get(onDisk.id);
  const newest = onDisk && note && note.changed_at > onDisk.changed_at ? { ...onDisk, ...note } : onDisk;
  const from = getAnswer(db, review, field);
  const step = stepVersion(newest && toGrowing(newest), beforeThat && toGrowing(beforeThat), {
    from,
    to: answer,
    nowMs: Date.parse(now),
  });
  if (step === null) return;
  const how = [now, step.removedChars, Number(step.isCutting)] as const;
  if (step.act === 'begin' || newest === undefined) {
    if (newest !== undefined)
      change(
        db,
        'UPDATE answer_versions SET answer = ?, changed_at = ? WHERE id = ?',
        JSON.stringify(from),
        newest.changed_at,
        newest.id,
      );
    change(
      db,
      `INSERT INTO answer_versions (review, field, since, changed_at, removed_chars, is_cutting, is_kept)
         VALUES (?, ?, ?, ?, ?, ?, 0)`,
      review,
      field,
      now,
      ...how,
    );
    thinOut(db, review, field);
    return;
  }
  // What is only noted in memory costs no page of the disk; a process that ends meanwhile loses seconds of the times.
  const agedMs = Date.parse(now) - Date.parse(onDisk?.changed_at ?? now);
  const isNotedOnly = step.act === 'grow' && Number(step.isCutting) === newest.is_cutting;
  if (isNotedOnly && agedMs >= 0 && agedMs < GRAIN_MS) {
    notesOf(db).set(newest.id, { changed_at: now, removed_chars: step.removedChars });
    return;
  }
  notesOf(db).delete(newest.id);
  const isMended = step.act === 'mend' && beforeThat !== undefined;
  if (isMended) change(db, 'DELETE FROM answer_versions WHERE id = ?', beforeThat.id);
  change(
    db,
    'UPDATE answer_versions SET since = ?, changed_at = ?, removed_chars = ?, is_cutting = ? WHERE id = ?',
    isMended ? beforeThat.since : newest.since,
    ...how,
    newest.id,
  );
}

/** Keeps every answer of a draft as it stands: whatever changes next begins a new version. */
export function keepVersions(db: WriteDb, review: ReviewId): void {
  change(
    db,
    `UPDATE answer_versions SET is_kept = 1
      WHERE id IN (SELECT max(id) FROM answer_versions WHERE review = ? GROUP BY field)`,
    review,
  );
}

function notesOf(db: WriteDb): Map<number, Pick<VersionRow, 'changed_at' | 'removed_chars'>> {
  const known = notes.get(db) ?? new Map<number, Pick<VersionRow, 'changed_at' | 'removed_chars'>>();
  notes.set(db, known);
  return known;
}

function thinOut(db: WriteDb, review: ReviewId, field: FieldId): void {
  const found = selectOne<{ count: number }>(
    db,
    'SELECT count(*) AS count FROM answer_versions WHERE review = ? AND field = ?',
    review,
    field,
  );
  if ((found?.count ?? 0) <= MOST_A_FIELD) return;
  const free = selectAll<{ id: number }>(
    db,
    'SELECT id FROM answer_versions WHERE review = ? AND field = ? AND is_kept = 0 ORDER BY id LIMIT ?',
    review,
    field,
    MOST_A_FIELD / 2,
  );
  for (const [index, { id }] of free.entries())
    if (index % 2 === 1) change(db, 'DELETE FROM answer_versions WHERE id = ?', id);
}

function toGrowing(row: VersionRow): GrowingVersion {
  return {
    sinceMs: Date.parse(row.since),
    changedAtMs: Date.parse(row.changed_at),
    removedChars: row.removed_chars,
    isCutting: row.is_cutting === 1,
    isKept: row.is_kept === 1,
  };
}

function parseAnswer(json: string | null): Answer | null {
  return answerSchema.nullable().parse(json === null ? null : JSON.parse(json));
}
