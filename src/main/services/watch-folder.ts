import { basename, join } from 'node:path';
import type { ImportRow } from '@shared/contract/bundle';
import { AppError, type ErrorCode } from '@shared/contract/errors';
import type { FolderLook, TakenFile, WaitingFile } from '@shared/contract/watch';
import type { VenueId } from '@shared/model/ids';
import { judgeSyncedName } from '@shared/rules/sync-names';
import { isSameStamp, listSharedFiles, stampOf, type SharedFile } from '../store/shared-folder';
import { readWatched, saveWatched, type WatchedEntry, type WatchedMemory } from '../store/watched-files';
import type { JobControl, ServiceDeps } from './deps';
import { importBundles } from './import-bundles';
import { listReplyKeys } from './reply-keys';
import { stillArriving, waitingFor } from './watch-words';

/** A folder that others share; with a venue, only bundles of it are imported. */
export interface WatchedFolder {
  /** Where what was seen is remembered. */
  readonly dataFolder: string;
  readonly folder: string;
  readonly venue: VenueId | null;
}

/** A file of a watched folder, by its path inside it. */
export interface WatchedFile extends WatchedFolder {
  readonly name: string;
}

/** A file that could not be imported is tried again after as long as this, if nothing else changed: a minute. */
const RETRY_MS = 60_000;

/**
 * Looks at a folder that a sync tool, a stick or a network brings files into, and one level of folders in it. A bundle is
 * ready when it has not changed between two looks; what is still arriving, or is a tool's copy of a conflict, waits. The
 * state of each file is remembered, so that one that was dealt with costs no more than asking for its size.
 *
 * Refused: FILE_NOT_FOUND when the folder is not there, FILE_UNREADABLE.
 */
export function lookAtFolder(deps: ServiceDeps, { dataFolder, folder }: WatchedFolder): FolderLook {
  const memory = readWatched(dataFolder, folder);
  const files: Record<string, WatchedEntry> = { ...memory.files };
  const ready: string[] = [];
  const waiting: WaitingFile[] = [];
  let hasNews = false;
  for (const file of listFiles(folder)) {
    const named = judgeSyncedName(basename(file.name));
    if (named.kind === 'other' || isOwnExport(memory, file)) continue;
    if (named.kind !== 'bundle') {
      waiting.push(waitingFor(file.name, named));
      continue;
    }
    if (file.stamp.sizeBytes === 0) {
      waiting.push(stillArriving(file.name, 'empty'));
      continue;
    }
    const known = files[file.name];
    if (known === undefined || !isSameStamp(known, file.stamp)) {
      files[file.name] = { ...file.stamp, state: 'seen', triedAtMs: 0, mark: '' };
      hasNews = true;
      waiting.push(stillArriving(file.name, 'growing'));
    } else if (known.state === 'seen' || isWorthTrying(deps, known)) ready.push(file.name);
    else if (known.state !== 'done') waiting.push(stillArriving(file.name, known.state));
  }
  if (hasNews) saveWatched(dataFolder, { ...memory, files });
  return { ready, waiting };
}

/** Imports one file of a watched folder and remembers what became of it. */
export function takeFile(deps: ServiceDeps, input: WatchedFile, job: JobControl): TakenFile {
  const { dataFolder, folder, name, venue } = input;
  const path = join(folder, name);
  const before = stampOf(path);
  const row = importBundles(deps, { paths: [path], venue }, job).rows[0] as ImportRow;
  const after = stampOf(path);
  const isSteady = before !== null && after !== null && isSameStamp(before, after);
  const state = isSteady ? stateAfter(row, venue) : 'seen';
  if (after !== null) {
    const memory = readWatched(dataFolder, folder);
    const triedAtMs = deps.clock.nowMs();
    const files = { ...memory.files, [name]: { ...after, state, triedAtMs, mark: markOf(deps) } };
    saveWatched(dataFolder, { ...memory, files });
  }
  return { name, outcome: state === 'done' ? row.outcome : 'waiting', row };
}

function listFiles(folder: string): readonly SharedFile[] {
  try {
    return listSharedFiles(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new AppError(
        'FILE_NOT_FOUND',
        `The folder ${folder} is not there. Check its name, or plug it in.`,
        code,
      );
    }
    throw new AppError('FILE_UNREADABLE', `The folder ${folder} cannot be read.`, code ?? null);
  }
}

/** What this computer exported into the folder is not news to it. */
function isOwnExport({ exported }: WatchedMemory, { name, stamp }: SharedFile): boolean {
  return exported !== null && exported.name === name && isSameStamp(exported, stamp);
}

function isWorthTrying(deps: ServiceDeps, entry: WatchedEntry): boolean {
  if (entry.state === 'done' || entry.state === 'seen') return false;
  return deps.clock.nowMs() - entry.triedAtMs >= RETRY_MS || entry.mark !== markOf(deps);
}

/** What there is on this computer that may make a bundle welcome: venues, and keys that open it. */
function markOf(deps: ServiceDeps): string {
  return `${deps.stores.list().join()} ${listReplyKeys(deps).length}`;
}

/** Refusals that may pass without the file changing. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'BUNDLE_WRONG_VENUE',
  'BUNDLE_ENCRYPTED_FOR_OTHERS',
  'STORE_BUSY',
  'DISK_FULL',
  'FILE_UNREADABLE',
  'FILE_UNWRITABLE',
  'FILE_NOT_FOUND',
]);

function stateAfter({ error }: ImportRow, venue: VenueId | null): WatchedEntry['state'] {
  if (error === null) return 'done';
  if (error.code === 'BUNDLE_TRUNCATED') return 'incomplete';
  // Of another venue than the one that was named: that will not pass.
  if (error.code === 'BUNDLE_WRONG_VENUE' && venue !== null) return 'done';
  return PASSING.has(error.code) ? 'later' : 'done';
}
