/**
 * Every way a request can be refused. Stable: scripts, tests and screens rely on them. The sentence beside the code is
 * for people and may change.
 */
export const errorCodes = [
  // The request itself
  'REQUEST_UNKNOWN',
  'REQUEST_MALFORMED',
  'REQUEST_FORBIDDEN',
  'NOT_AVAILABLE_HERE',
  // Things that are not there
  'VENUE_NOT_FOUND',
  'PAPER_NOT_FOUND',
  'FIELD_NOT_FOUND',
  'REVIEW_NOT_FOUND',
  'VERSION_NOT_FOUND',
  'JOB_NOT_FOUND',
  'FILE_NOT_FOUND',
  // Reviews
  'ANSWER_INVALID',
  'REVIEW_INCOMPLETE',
  'NOTHING_TO_EXPORT',
  'SNIPPET_EXISTS',
  'SNIPPET_NOT_FOUND',
  'NOTHING_TO_TAKE_BACK',
  'HAND_OVER_FORBIDDEN',
  'HELPER_NOT_FOUND',
  'NOT_AN_ORGANIZER',
  // Assigning papers
  'NOTHING_TO_ASSIGN',
  'PAIR_NOT_ALLOWED',
  'FLOOR_OUT_OF_REACH',
  'RUN_NOT_FOUND',
  // Bundles
  'BUNDLE_NOT_A_BUNDLE',
  'BUNDLE_TRUNCATED',
  'BUNDLE_DAMAGED',
  'BUNDLE_ENCRYPTED_FOR_OTHERS',
  'BUNDLE_FORGED',
  'BUNDLE_INVALID',
  'BUNDLE_NEWER_FORMAT',
  'BUNDLE_WRONG_VENUE',
  'BUNDLE_WRONG_PERSON',
  'BUNDLE_WRONG_KIND',
  'BUNDLE_UNKNOWN_SIGNER',
  'BUNDLE_REVOKED_KEY',
  'BUNDLE_TOO_LARGE',
  // The signing key
  'KEY_LOCKED',
  'KEY_UNDECIDED',
  'KEY_NOT_FOUND',
  'KEY_WRONG_PASSPHRASE',
  'KEY_IN_USE',
  // Files that organizers bring
  'VENUE_FILE_INVALID',
  'TABLE_INVALID',
  'VENUE_EXISTS',
  // Review forms of other systems
  'FORM_INVALID',
  'FORM_NOT_FOUND',
  'FORM_CHANGED',
  // The machine
  'STORE_NEWER',
  'STORE_DAMAGED',
  'BACKUP_NOT_FOUND',
  'BACKUP_DAMAGED',
  'STORE_BUSY',
  'DISK_FULL',
  'FILE_UNREADABLE',
  'FILE_UNWRITABLE',
  'CANCELLED',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An error as it crosses the process seam. */
export interface ErrorReport {
  readonly code: ErrorCode;
  /** For a person: names the file, what is wrong, and what to do. */
  readonly message: string;
  /** The rule that was broken or the place inside a file, for a report to whoever made the file. */
  readonly detail: string | null;
}

/** Nothing throws across the seam: every request answers with one of these. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorReport };

/** An expected failure inside the main process. The router turns it into an {@link ErrorReport}. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | null;

  constructor(code: ErrorCode, message: string, detail: string | null = null) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}
