import type { Migration } from '../migration';

/**
 * The versions of my answers, in the order of their ids. The newest of a field is the one that stands: its answer is in
 * `draft_answers` only, so that a keystroke does not write a text twice; `answer` gets it (JSON, `null` where it was
 * cleared) when the next version begins. What was written before counts as a first version each.
 */
export const answerVersions: Migration = {
  version: 64,
  sql: `
CREATE TABLE answer_versions (
  id INTEGER PRIMARY KEY,
  review TEXT NOT NULL REFERENCES drafts (review),
  field TEXT NOT NULL,
  since TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  removed_chars INTEGER NOT NULL,
  is_cutting INTEGER NOT NULL,
  is_kept INTEGER NOT NULL,
  answer TEXT
) STRICT;
CREATE INDEX answer_versions_by_field ON answer_versions (review, field, id);

INSERT INTO answer_versions (review, field, since, changed_at, removed_chars, is_cutting, is_kept)
  SELECT a.review, a.field, d.changed_at, d.changed_at, 0, 0, 1
    FROM draft_answers AS a JOIN drafts AS d ON d.review = a.review ORDER BY a.review, a.field;

CREATE TABLE readiness_moments (
  id INTEGER PRIMARY KEY,
  review TEXT NOT NULL REFERENCES drafts (review),
  at TEXT NOT NULL,
  is_ready INTEGER NOT NULL
) STRICT;
CREATE INDEX readiness_moments_by_review ON readiness_moments (review, id);
`,
};
