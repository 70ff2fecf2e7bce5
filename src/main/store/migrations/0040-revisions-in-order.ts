import type { Migration } from '../migration';

/**
 * Revisions lie in the order in which they came, found by their hash over an index of its own. Before, each lay where its
 * hash fell, so that every one that came in changed pages all over the file. What refers to revisions is put aside
 * meanwhile, as a table that is referred to cannot be replaced.
 */
export const revisionsInOrder: Migration = {
  version: 40,
  sql: `
CREATE TABLE revisions_in_order (
  hash TEXT NOT NULL PRIMARY KEY,
  review TEXT NOT NULL,
  paper INTEGER NOT NULL REFERENCES papers (number),
  reviewer TEXT NOT NULL REFERENCES people (id),
  json TEXT NOT NULL,
  history TEXT NOT NULL,
  received_at TEXT NOT NULL
) STRICT;
INSERT INTO revisions_in_order SELECT hash, review, paper, reviewer, json, history, received_at FROM revisions
  ORDER BY received_at, hash;

CREATE TEMP TABLE aside_out AS SELECT bundle, revision FROM bundle_out_revisions;
CREATE TEMP TABLE aside_unseen AS SELECT review, revision FROM unseen_revisions;
DELETE FROM bundle_out_revisions;
DELETE FROM unseen_revisions;
DROP TABLE revisions;
ALTER TABLE revisions_in_order RENAME TO revisions;
INSERT INTO bundle_out_revisions (bundle, revision) SELECT bundle, revision FROM aside_out;
INSERT INTO unseen_revisions (review, revision) SELECT review, revision FROM aside_unseen;
DROP TABLE aside_out;
DROP TABLE aside_unseen;

CREATE INDEX revisions_by_paper ON revisions (paper, review);
CREATE INDEX revisions_by_review ON revisions (review);
`,
};
