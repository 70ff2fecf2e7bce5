import type { Migration } from '../migration';

/** What a reviewer has put aside of the things to look at in a review, by the key of the finding: nothing of the text. */
export const dismissedFindings: Migration = {
  version: 63,
  sql: `
CREATE TABLE dismissed_findings (
  paper INTEGER NOT NULL REFERENCES papers (number),
  finding TEXT NOT NULL,
  dismissed_at TEXT NOT NULL,
  PRIMARY KEY (paper, finding)
) STRICT, WITHOUT ROWID;
`,
};
