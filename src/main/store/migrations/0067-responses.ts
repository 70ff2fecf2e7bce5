import type { Migration } from '../migration';

/**
 * What reviewers say of being asked to review a paper: my own word with the version that chairs were last sent, and the
 * words that came in.
 */
export const responses: Migration = {
  version: 67,
  sql: `
CREATE TABLE responses (
  paper INTEGER PRIMARY KEY REFERENCES papers (number),
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  sent_version INTEGER,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE received_responses (
  reviewer TEXT NOT NULL,
  paper INTEGER NOT NULL REFERENCES papers (number),
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (reviewer, paper)
) STRICT, WITHOUT ROWID;
CREATE INDEX received_responses_by_paper ON received_responses (paper);
`,
};
