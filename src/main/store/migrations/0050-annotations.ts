import type { Migration } from '../migration';

/**
 * Annotations on papers: mine, with the version that chairs were last sent, and those that came in. A received one that was
 * taken back has no content; it stays so that an older bundle cannot bring it back.
 */
export const annotations: Migration = {
  version: 50,
  sql: `
CREATE TABLE annotations (
  id TEXT PRIMARY KEY,
  paper INTEGER NOT NULL REFERENCES papers (number),
  version INTEGER NOT NULL,
  is_removed INTEGER NOT NULL,
  sent_version INTEGER,
  json TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX annotations_by_paper ON annotations (paper);

CREATE TABLE received_annotations (
  creator TEXT NOT NULL,
  id TEXT NOT NULL,
  paper INTEGER NOT NULL REFERENCES papers (number),
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  json TEXT,
  PRIMARY KEY (creator, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX received_annotations_by_paper ON received_annotations (paper);
`,
};
