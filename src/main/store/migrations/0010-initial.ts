import type { Migration } from '../migration';

/** The first schema: one venue, its people, papers and assignments; drafts, revisions and the bundles they travel in. */
export const initial: Migration = {
  version: 10,
  sql: `
CREATE TABLE facts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE venue_revisions (
  revision INTEGER PRIMARY KEY,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  is_reviewer INTEGER NOT NULL,
  is_chair INTEGER NOT NULL,
  is_organizer INTEGER NOT NULL,
  invitation_key TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE signing_keys (
  person TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  trusted_by TEXT NOT NULL CHECK (trusted_by IN ('first', 'enrolment', 'acceptance')),
  since TEXT NOT NULL,
  PRIMARY KEY (person, fingerprint)
) STRICT, WITHOUT ROWID;

CREATE TABLE papers (
  number INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  abstract TEXT NOT NULL,
  pdf_sha256 TEXT NOT NULL,
  pdf_size_bytes INTEGER NOT NULL
) STRICT;

CREATE TABLE paper_keywords (
  paper INTEGER NOT NULL REFERENCES papers (number),
  position INTEGER NOT NULL,
  keyword TEXT NOT NULL,
  PRIMARY KEY (paper, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE paper_topics (
  paper INTEGER NOT NULL REFERENCES papers (number),
  position INTEGER NOT NULL,
  topic TEXT NOT NULL,
  PRIMARY KEY (paper, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE paper_authors (
  paper INTEGER NOT NULL REFERENCES papers (number),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  email TEXT,
  PRIMARY KEY (paper, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignments (
  paper INTEGER NOT NULL REFERENCES papers (number),
  person TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL CHECK (role IN ('reviewer', 'chair')),
  due TEXT,
  is_active INTEGER NOT NULL,
  PRIMARY KEY (person, paper, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX assignments_by_paper ON assignments (paper, role);

CREATE TABLE drafts (
  review TEXT PRIMARY KEY,
  paper INTEGER NOT NULL UNIQUE REFERENCES papers (number),
  reviewer TEXT NOT NULL REFERENCES people (id),
  is_ready INTEGER NOT NULL,
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_answers (
  review TEXT NOT NULL REFERENCES drafts (review),
  field TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (review, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE revisions (
  hash TEXT PRIMARY KEY,
  review TEXT NOT NULL,
  paper INTEGER NOT NULL REFERENCES papers (number),
  reviewer TEXT NOT NULL REFERENCES people (id),
  json TEXT NOT NULL,
  history TEXT NOT NULL,
  received_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX revisions_by_paper ON revisions (paper, review);
CREATE INDEX revisions_by_review ON revisions (review);

CREATE TABLE bundles_in (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  author TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  created TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('imported', 'held', 'refused')),
  file_name TEXT NOT NULL,
  received_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX bundles_in_by_author ON bundles_in (author, kind, sequence);

CREATE TABLE bundles_out (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  content_sha256 TEXT NOT NULL,
  created TEXT NOT NULL,
  written_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX bundles_out_by_content ON bundles_out (kind, recipient, content_sha256);

CREATE TABLE bundle_out_revisions (
  bundle TEXT NOT NULL REFERENCES bundles_out (id),
  revision TEXT NOT NULL REFERENCES revisions (hash),
  PRIMARY KEY (revision, bundle)
) STRICT, WITHOUT ROWID;

CREATE TABLE views (
  paper INTEGER PRIMARY KEY REFERENCES papers (number),
  json TEXT NOT NULL
) STRICT;
`,
};
