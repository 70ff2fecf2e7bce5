/**
 * Why a paper could not be shown.
 * `missing`: its bytes could not be read. `changed`: they are not those that were imported. `empty`: it has none, or no pages. `damaged`: it is not a PDF, or its structure is
 * broken beyond repair. `protected`: its protection is of a kind that cannot be opened. `slow`: it did not open
 * or paint in time and was stopped. `unreadable`: anything else.
 */
export type ReaderFailureKind =
  'missing' | 'changed' | 'empty' | 'damaged' | 'protected' | 'slow' | 'unreadable';

/** A failure with the technical reason, in English, for whoever looks closer. Never document text. */
export interface ReaderFailure {
  readonly kind: ReaderFailureKind;
  readonly detail: string;
}

/** The bytes of a paper could not be fetched. */
export class PaperMissingError extends Error {
  override readonly name = 'PaperMissingError';
}

/** The bytes of a paper are not those that were imported. */
export class PaperChangedError extends Error {
  override readonly name = 'PaperChangedError';
}

/** What an error of pdf.js or of the fetch means for the reader. Errors are told apart by name: they may come from a worker. */
export function toReaderFailure(error: unknown): ReaderFailure {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  return { kind: kindOf(name, message), detail: message };
}

function kindOf(name: string, message: string): ReaderFailureKind {
  if (name === 'PaperMissingError' || name === 'ResponseException') return 'missing';
  if (name === 'PaperChangedError') return 'changed';
  if (/zero bytes/i.test(message)) return 'empty';
  if (name === 'PasswordException' || /encrypt/i.test(message)) return 'protected';
  if (name === 'InvalidPDFException' || name === 'FormatError' || /XRef|page dictionary/i.test(message)) {
    return 'damaged';
  }
  return 'unreadable';
}
