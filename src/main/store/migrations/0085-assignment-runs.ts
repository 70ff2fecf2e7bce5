import type { Migration } from '../migration';

/** What reviewers know, want and can take on; assignments that were found, each with what it followed from and why. */
export const assignmentRuns: Migration = {
  version: 85,
  sql: `
CREATE TABLE reviewer_profiles (
  person TEXT PRIMARY KEY REFERENCES people (id),
  institution TEXT NOT NULL,
  topics TEXT NOT NULL,
  expertise TEXT NOT NULL,
  min_load INTEGER,
  max_load INTEGER,
  conflicts TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bids (
  paper INTEGER NOT NULL REFERENCES papers (number),
  person TEXT NOT NULL REFERENCES people (id),
  bid TEXT NOT NULL CHECK (bid IN ('yes', 'maybe', 'no', 'conflict')),
  PRIMARY KEY (person, paper)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment_runs (
  id INTEGER PRIMARY KEY,
  made_at TEXT NOT NULL,
  accepted_at TEXT,
  inputs_sha256 TEXT NOT NULL,
  seed INTEGER NOT NULL,
  settings TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT;

CREATE TABLE assignment_run_pairs (
  run INTEGER NOT NULL REFERENCES assignment_runs (id),
  paper INTEGER NOT NULL,
  person TEXT NOT NULL,
  score INTEGER NOT NULL,
  topics INTEGER,
  text INTEGER,
  bid INTEGER,
  level TEXT NOT NULL CHECK (level IN ('expert', 'familiar', 'distant')),
  PRIMARY KEY (run, paper, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment_scores (
  inputs_sha256 TEXT PRIMARY KEY,
  pairs BLOB NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
