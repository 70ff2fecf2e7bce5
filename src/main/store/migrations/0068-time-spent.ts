import type { Migration } from '../migration';

/** How long I was at a paper, by day of my own zone. Private: nothing reads it but the screen that shows it to me. */
export const timeSpent: Migration = {
  version: 68,
  sql: `
CREATE TABLE time_spent (
  paper INTEGER NOT NULL REFERENCES papers (number),
  day TEXT NOT NULL,
  active_ms INTEGER NOT NULL,
  PRIMARY KEY (paper, day)
) STRICT, WITHOUT ROWID;
`,
};
