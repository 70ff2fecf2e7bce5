import type { Migration } from '../migration';

/**
 * People whom I asked to help with a review, the reviews that they sent back, each as a chain of revisions of theirs.
 */
export const helpers: Migration = {
  version: 69,
  sql: `
CREATE TABLE helpers (
  person TEXT NOT NULL,
  paper INTEGER NOT NULL REFERENCES papers (number),
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  invitation_key TEXT NOT NULL,
  handed_at TEXT NOT NULL,
  PRIMARY KEY (person, paper)
) STRICT, WITHOUT ROWID;

CREATE TABLE proposals (
  hash TEXT PRIMARY KEY,
  review TEXT NOT NULL,
  paper INTEGER NOT NULL REFERENCES papers (number),
  helper TEXT NOT NULL,
  json TEXT NOT NULL,
  history TEXT NOT NULL,
  received_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX proposals_by_paper ON proposals (paper);
`,
};
