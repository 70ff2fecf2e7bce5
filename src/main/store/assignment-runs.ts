import type { AssignedPair, AssignmentRun, Pair } from '@shared/contract/assignment';
import type { Instant } from '@shared/model/time';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** A run without what the store itself gives it. */
export type NewRun = Omit<AssignmentRun, 'id' | 'acceptedAt'>;

/** Runs that were not accepted are kept while they are among so many newest. */
const KEPT_RUNS = 60;

interface RunRow {
  readonly id: number;
  readonly made_at: Instant;
  readonly accepted_at: Instant | null;
  readonly inputs_sha256: string;
  readonly settings: string;
  readonly summary: string;
}

/** Remembers a run with its pairs, forgets the oldest that nobody accepted, and answers its number. */
export function saveRun(db: WriteDb, run: NewRun, pairs: readonly AssignedPair[]): number {
  const { madeAt, inputsSha256, settings, ...summary } = run;
  change(
    db,
    'INSERT INTO assignment_runs (made_at, inputs_sha256, seed, settings, summary) VALUES (?, ?, ?, ?, ?)',
    madeAt,
    inputsSha256,
    settings.seed,
    JSON.stringify(settings),
    JSON.stringify(summary),
  );
  const id = selectOne<{ id: number }>(db, 'SELECT max(id) AS id FROM assignment_runs')?.id ?? 0;
  for (const { paper, person, score, terms, level } of pairs) {
    change(
      db,
      'INSERT INTO assignment_run_pairs VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      paper,
      person,
      score,
      terms.topics,
      terms.text,
      terms.bid,
      level,
    );
  }
  const old = 'SELECT id FROM assignment_runs WHERE accepted_at IS NULL ORDER BY id DESC LIMIT -1 OFFSET ?';
  change(db, `DELETE FROM assignment_run_pairs WHERE run IN (${old})`, KEPT_RUNS);
  change(db, `DELETE FROM assignment_runs WHERE id IN (${old})`, KEPT_RUNS);
  return id;
}

/** Every run that is remembered, the newest first. */
export function listRuns(db: ReadDb): AssignmentRun[] {
  return selectAll<RunRow>(db, 'SELECT * FROM assignment_runs ORDER BY id DESC').map(toRun);
}

/** A run, or undefined. */
export function getRun(db: ReadDb, id: number): AssignmentRun | undefined {
  const row = selectOne<RunRow>(db, 'SELECT * FROM assignment_runs WHERE id = ?', id);
  return row === undefined ? undefined : toRun(row);
}

/** Who got what in a run, by paper and person. */
export function listRunPairs(db: ReadDb, run: number): AssignedPair[] {
  return selectAll<Omit<AssignedPair, 'terms'> & AssignedPair['terms']>(
    db,
    `SELECT paper, person, score, topics, text, bid, level FROM assignment_run_pairs
       WHERE run = ? ORDER BY paper, person`,
    run,
  ).map(({ topics, text, bid, ...pair }) => ({ ...pair, terms: { topics, text, bid } }));
}

/** Notes that a run is what stands. */
export function noteAccepted(db: WriteDb, run: number, at: Instant): void {
  change(db, 'UPDATE assignment_runs SET accepted_at = ? WHERE id = ?', at, run);
}

/** The scores of every possible pair for some inputs, as they were packed; undefined when they are not kept. */
export function getScores(db: ReadDb, inputsSha256: string): Buffer | undefined {
  return selectOne<{ pairs: Buffer }>(
    db,
    'SELECT pairs FROM assignment_scores WHERE inputs_sha256 = ?',
    inputsSha256,
  )?.pairs;
}

/** Keeps the scores for some inputs, and those for no others. They can be found again. */
export function saveScores(db: WriteDb, inputsSha256: string, pairs: Uint8Array): void {
  change(db, 'DELETE FROM assignment_scores');
  change(db, 'INSERT INTO assignment_scores VALUES (?, ?)', inputsSha256, pairs);
}

function toRun(row: RunRow): AssignmentRun {
  const summary = JSON.parse(row.summary) as Omit<
    AssignmentRun,
    'id' | 'madeAt' | 'acceptedAt' | 'inputsSha256' | 'settings'
  >;
  return {
    ...summary,
    id: row.id,
    madeAt: row.made_at,
    acceptedAt: row.accepted_at,
    inputsSha256: row.inputs_sha256,
    settings: JSON.parse(row.settings) as AssignmentRun['settings'],
  };
}

/** Pairs whose review is here. */
export function listReviewedPairs(db: ReadDb): Pair[] {
  return selectAll(db, 'SELECT DISTINCT paper, reviewer AS person FROM revisions ORDER BY paper, reviewer');
}
