import type { FolderExport, TakenFile, WaitingFile } from '@shared/contract/watch';
import type { ErrorReport } from '@shared/contract/errors';

/** Something that happened in a watched folder: a line for people, or an object in a line of JSON. */
export interface WatchEvent {
  /** What it is about: a file's path in the folder; null for the folder itself. */
  readonly file: string | null;
  /** What happened: an import's outcome, `waiting`, `conflict-copy`, `exported`, `watching`, `failed`, `ended`. */
  readonly event: string;
  readonly sentence: string;
  readonly code: string | null;
}

/** A file that waits. */
export function waitingEvent({ name, reason, sentence }: WaitingFile): WatchEvent {
  return { file: name, event: reason === 'conflict' ? 'conflict-copy' : 'waiting', sentence, code: null };
}

/** What became of a file. */
export function takenEvent({ name, outcome, row }: TakenFile): WatchEvent {
  const rule = row.error?.detail ?? null;
  const sentence = rule === null ? row.sentence : `${row.sentence} [${rule}]`;
  return { file: name, event: outcome, sentence, code: row.error?.code ?? null };
}

/** Reviews that were written into the folder. */
export function exportedEvent({ name, papers }: FolderExport): WatchEvent {
  return { file: name, event: 'exported', sentence: `my reviews of ${papers.join(', ')}`, code: null };
}

/** Something that the folder, the disk or the store refused. */
export function failedEvent({ code, message, detail }: ErrorReport): WatchEvent {
  return {
    file: null,
    event: 'failed',
    sentence: detail === null ? message : `${message} [${detail}]`,
    code,
  };
}

/** One line for people. */
export function toLine({ file, event, sentence }: WatchEvent): string {
  return file === null ? `${event}: ${sentence}` : `${file}: ${event}: ${sentence}`;
}
