import type { FieldId, PaperNumber, PersonId, ReviewId } from '@shared/model/ids';
import { answersSchema, type Answer, type Answers } from '@shared/model/review';
import { instantSchema, type Instant } from '@shared/model/time';
import { keepVersions, noteVersion } from './answer-versions';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';
import { noteReadiness } from './review-moments';

/** My unfinished review of a paper, as it stands on disk. */
export interface StoredDraft {
  readonly review: ReviewId;
  readonly paper: PaperNumber;
  readonly isReady: boolean;
  readonly changedAt: Instant;
  readonly answers: Answers;
  /** Names of those whom the review credits for their help, in order. */
  readonly helpedBy: readonly string[];
}

/** Which draft a change is for. */
export interface DraftKey {
  readonly review: ReviewId;
  readonly paper: PaperNumber;
  readonly reviewer: PersonId;
}

interface DraftRow {
  readonly review: ReviewId;
  readonly paper: PaperNumber;
  readonly is_ready: number;
  readonly changed_at: string;
  readonly answers: string;
  readonly credits: string;
}

const SELECT = `
SELECT review, paper, is_ready, changed_at,
  (SELECT json_group_object(field, json(answer)) FROM draft_answers AS a WHERE a.review = d.review) AS answers,
  (SELECT json_group_array(name ORDER BY name) FROM draft_credits AS c WHERE c.review = d.review) AS credits
FROM drafts AS d`;

/** All my drafts, by paper. */
export function listDrafts(db: ReadDb): StoredDraft[] {
  return selectAll<DraftRow>(db, `${SELECT} ORDER BY paper`).map(toDraft);
}

/** My draft on a paper, or undefined before the first change. */
export function getDraft(db: ReadDb, review: ReviewId): StoredDraft | undefined {
  const row = selectOne<DraftRow>(db, `${SELECT} WHERE review = ?`, review);
  return row === undefined ? undefined : toDraft(row);
}

/** Whether a draft is marked ready. */
export function isDraftReady(db: ReadDb, review: ReviewId): boolean {
  return selectOne(db, 'SELECT 1 FROM drafts WHERE review = ? AND is_ready = 1', review) !== undefined;
}

/** Sets one answer, or clears it with null. What it was stays a version (`answer-versions`). */
export function saveAnswer(
  db: WriteDb,
  key: DraftKey,
  field: FieldId,
  answer: Answer | null,
  now: Instant,
): void {
  touch(db, key, now);
  noteVersion(db, key.review, field, answer, now);
  if (answer === null) {
    change(db, 'DELETE FROM draft_answers WHERE review = ? AND field = ?', key.review, field);
    return;
  }
  change(
    db,
    'INSERT INTO draft_answers VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET answer = excluded.answer',
    key.review,
    field,
    JSON.stringify(answer),
  );
}

/** Credits somebody for their help with a review, or no longer. */
export function saveCredit(
  db: WriteDb,
  key: DraftKey,
  name: string,
  isCredited: boolean,
  now: Instant,
): void {
  touch(db, key, now);
  change(
    db,
    isCredited
      ? 'INSERT INTO draft_credits VALUES (?, ?) ON CONFLICT DO NOTHING'
      : 'DELETE FROM draft_credits WHERE review = ? AND name = ?',
    key.review,
    name,
  );
}

/**
 * Makes a draft what a revision says: all its answers, whether it is ready and, where that is given, whom it credits. What
 * it was stays in its versions.
 */
export function replaceDraft(
  db: WriteDb,
  key: DraftKey,
  work: {
    readonly answers: Answers;
    readonly isReady: boolean;
    readonly helpedBy?: readonly string[];
  },
  now: Instant,
): void {
  touch(db, key, now);
  keepVersions(db, key.review);
  const before = getDraft(db, key.review)?.answers ?? {};
  const { answers } = work;
  for (const field of new Set([...Object.keys(before), ...Object.keys(answers)]) as Set<FieldId>)
    noteVersion(db, key.review, field, answers[field] ?? null, now);
  change(db, 'DELETE FROM draft_answers WHERE review = ?', key.review);
  for (const [field, answer] of Object.entries(answers)) {
    change(db, 'INSERT INTO draft_answers VALUES (?, ?, ?)', key.review, field, JSON.stringify(answer));
  }
  if (work.helpedBy !== undefined) {
    change(db, 'DELETE FROM draft_credits WHERE review = ?', key.review);
    for (const name of work.helpedBy)
      change(db, 'INSERT INTO draft_credits VALUES (?, ?) ON CONFLICT DO NOTHING', key.review, name);
  }
  setReadiness(db, key.review, work.isReady, now);
}

/** Marks a draft ready, or takes that back. */
export function saveReadiness(db: WriteDb, key: DraftKey, isReady: boolean, now: Instant): void {
  touch(db, key, now);
  setReadiness(db, key.review, isReady, now);
}

function setReadiness(db: WriteDb, review: ReviewId, isReady: boolean, now: Instant): void {
  if (isDraftReady(db, review) === isReady) return;
  change(db, 'UPDATE drafts SET is_ready = ? WHERE review = ?', Number(isReady), review);
  noteReadiness(db, review, isReady, now);
  if (isReady) keepVersions(db, review);
}

function touch(db: WriteDb, key: DraftKey, now: Instant): void {
  change(
    db,
    `INSERT INTO drafts VALUES (?, ?, ?, 0, ?) ON CONFLICT DO UPDATE SET changed_at = excluded.changed_at`,
    key.review,
    key.paper,
    key.reviewer,
    now,
  );
}

function toDraft(row: DraftRow): StoredDraft {
  return {
    review: row.review,
    paper: row.paper,
    isReady: row.is_ready === 1,
    changedAt: instantSchema.parse(row.changed_at),
    answers: answersSchema.parse(JSON.parse(row.answers)),
    helpedBy: JSON.parse(row.credits) as string[],
  };
}
