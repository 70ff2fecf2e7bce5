import type { Migration } from '../migration';

/** Names of those whom a review of mine credits for their help. */
export const draftCredits: Migration = {
  version: 70,
  sql: `
CREATE TABLE draft_credits (
  review TEXT NOT NULL REFERENCES drafts (review),
  name TEXT NOT NULL,
  PRIMARY KEY (review, name)
) STRICT, WITHOUT ROWID;
`,
};
