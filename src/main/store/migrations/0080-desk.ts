import type { Migration } from '../migration';

/** What a chair's desk remembers: the ways to look at the papers that a person named, and the reports of imports. */
export const desk: Migration = {
  version: 80,
  sql: `
CREATE TABLE table_views (
  name TEXT PRIMARY KEY,
  json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  finished_at TEXT NOT NULL,
  is_stopped INTEGER NOT NULL,
  counts TEXT NOT NULL,
  rows TEXT NOT NULL
) STRICT;
`,
};
