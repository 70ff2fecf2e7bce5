import type { Migration } from '../migration';

/** The offline review forms of another system, as they were handed out: one a paper, written back when it is filled in. */
export const offlineForms: Migration = {
  version: 71,
  sql: `
CREATE TABLE offline_forms (
  paper INTEGER PRIMARY KEY REFERENCES papers (number),
  system TEXT NOT NULL,
  file_name TEXT NOT NULL,
  preamble TEXT NOT NULL,
  review TEXT NOT NULL
) STRICT;
`,
};
