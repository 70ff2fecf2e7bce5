import type { Migration } from '../migration';

/**
 * Bundles are kept as they came, so that they can travel on with their signatures; chairs' meta-reviews and settlements,
 * organizers' decisions; keys to encrypt to and keys that were revoked. `asserted_by` says which assignment a row is
 * from, so that an older one that comes late adds what only it has and changes nothing else.
 */
export const consolidation: Migration = {
  version: 30,
  sql: `
ALTER TABLE people ADD COLUMN recipient TEXT;
ALTER TABLE people ADD COLUMN asserted_by TEXT NOT NULL DEFAULT '';
ALTER TABLE papers ADD COLUMN asserted_by TEXT NOT NULL DEFAULT '';
ALTER TABLE assignments ADD COLUMN asserted_by TEXT NOT NULL DEFAULT '';

CREATE TABLE revoked_keys (
  person TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (person, fingerprint)
) STRICT, WITHOUT ROWID;

CREATE TABLE received (
  bundle TEXT PRIMARY KEY REFERENCES bundles_in (id),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE received_revisions (
  revision TEXT NOT NULL,
  bundle TEXT NOT NULL REFERENCES bundles_in (id),
  PRIMARY KEY (revision, bundle)
) STRICT, WITHOUT ROWID;

CREATE TABLE settlements (
  hash TEXT PRIMARY KEY,
  review TEXT NOT NULL,
  json TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX settlements_by_review ON settlements (review);

CREATE TABLE unseen_revisions (
  review TEXT NOT NULL,
  revision TEXT NOT NULL REFERENCES revisions (hash),
  PRIMARY KEY (review, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE meta_drafts (
  paper INTEGER PRIMARY KEY REFERENCES papers (number),
  json TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE meta_revisions (
  hash TEXT PRIMARY KEY,
  paper INTEGER NOT NULL REFERENCES papers (number),
  chair TEXT NOT NULL REFERENCES people (id),
  json TEXT NOT NULL,
  history TEXT NOT NULL,
  received_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meta_revisions_by_paper ON meta_revisions (paper, chair);

CREATE TABLE decision_drafts (
  paper INTEGER PRIMARY KEY REFERENCES papers (number),
  json TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE decision_revisions (
  hash TEXT PRIMARY KEY,
  paper INTEGER NOT NULL REFERENCES papers (number),
  json TEXT NOT NULL,
  history TEXT NOT NULL,
  received_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_revisions_by_paper ON decision_revisions (paper);
`,
};
