import type { Assignment } from '@shared/model/assignment';
import { assignmentSchema } from '@shared/model/assignment';
import type { PaperNumber, PersonId } from '@shared/model/ids';
import type { Role } from '@shared/model/person';
import type { DayDate } from '@shared/model/time';
import type { Assertion } from './assertion';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** Every assignment that stands, by person and paper. */
export function listAssignments(db: ReadDb): Assignment[] {
  return selectAll(
    db,
    'SELECT paper, person, role, due FROM assignments WHERE is_active = 1 ORDER BY person, paper, role',
  ).map((row) => assignmentSchema.parse(row));
}

/** Who stands assigned to a paper in a role, by person. */
export function listAssignmentsOn(db: ReadDb, paper: PaperNumber, role: Role): Assignment[] {
  return selectAll(
    db,
    'SELECT paper, person, role, due FROM assignments WHERE paper = ? AND role = ? AND is_active = 1 ORDER BY person',
    paper,
    role,
  ).map((row) => assignmentSchema.parse(row));
}

/** What stands assigned to one person, by paper. */
export function listAssignmentsOf(db: ReadDb, person: PersonId): Assignment[] {
  return selectAll(
    db,
    'SELECT paper, person, role, due FROM assignments WHERE person = ? AND is_active = 1 ORDER BY paper, role',
    person,
  ).map((row) => assignmentSchema.parse(row));
}

/** Papers that a person was to review, is to review no more, and wrote something about, by number. */
export function listWithdrawnPapers(db: ReadDb, person: PersonId): PaperNumber[] {
  return selectAll<{ paper: PaperNumber }>(
    db,
    `SELECT a.paper FROM assignments AS a JOIN drafts AS d ON d.paper = a.paper AND d.reviewer = a.person
       WHERE a.person = ? AND a.role = 'reviewer' AND a.is_active = 0 ORDER BY a.paper`,
    person,
  ).map((row) => row.paper);
}

/** One person's standing assignment on a paper in a role, or undefined. */
export function getAssignment(
  db: ReadDb,
  person: PersonId,
  paper: PaperNumber,
  role: Role,
): Assignment | undefined {
  const row = selectOne(
    db,
    'SELECT paper, person, role, due FROM assignments WHERE person = ? AND paper = ? AND role = ? AND is_active = 1',
    person,
    paper,
    role,
  );
  return row === undefined ? undefined : assignmentSchema.parse(row);
}

/** When a reviewer's standing assignment on a paper is due; null when it is not, or there is none. */
export function getReviewDue(db: ReadDb, person: PersonId, paper: PaperNumber): DayDate | null {
  const row = selectOne<{ due: DayDate | null }>(
    db,
    `SELECT due FROM assignments WHERE person = ? AND paper = ? AND role = 'reviewer' AND is_active = 1`,
    person,
    paper,
  );
  return row?.due ?? null;
}

/**
 * Takes in what an assertion says is assigned. The assignments of the newest assertion stand; one that only an earlier
 * one has is withdrawn, not forgotten: the work on it stays.
 *
 * @param newest the newest assertion that this store has heard, which may be this one
 */
export function saveAssignments(
  db: WriteDb,
  assignments: readonly Assignment[],
  by: Assertion,
  newest: Assertion,
): void {
  for (const { paper, person, role, due } of assignments) {
    change(
      db,
      `INSERT INTO assignments (paper, person, role, due, is_active, asserted_by) VALUES (?, ?, ?, ?, 0, ?)
         ON CONFLICT DO UPDATE SET due = excluded.due, asserted_by = excluded.asserted_by
         WHERE excluded.asserted_by >= asserted_by`,
      paper,
      person,
      role,
      due,
      by,
    );
  }
  change(db, 'UPDATE assignments SET is_active = NOT is_active WHERE is_active <> (asserted_by = ?)', newest);
}

/**
 * Puts reviewers' assignments in the place of those that stand; chairs' stay. One that is not among them is withdrawn, not
 * forgotten: the work on it stays.
 */
export function replaceReviewerAssignments(
  db: WriteDb,
  assignments: readonly Omit<Assignment, 'role'>[],
  by: Assertion,
): void {
  // Of the store itself, so that no bundle that comes in brings it back.
  change(
    db,
    `UPDATE assignments SET is_active = 0, asserted_by = '' WHERE role = 'reviewer' AND is_active = 1`,
  );
  for (const { paper, person, due } of assignments) {
    change(
      db,
      `INSERT INTO assignments (paper, person, role, due, is_active, asserted_by) VALUES (?, ?, 'reviewer', ?, 1, ?)
         ON CONFLICT DO UPDATE SET due = excluded.due, is_active = 1, asserted_by = excluded.asserted_by`,
      paper,
      person,
      due,
      by,
    );
  }
}
