import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportPreview } from '@shared/contract/bundle';
import type { FolderExport } from '@shared/contract/watch';
import type { VenueId } from '@shared/model/ids';
import { digestOfFile } from '../store/blobs';
import { unfinishedPath } from '../store/durable-file';
import { isSameStamp, placeInSharedFolder, stampOf } from '../store/shared-folder';
import { readWatched, saveWatched } from '../store/watched-files';
import type { JobControl, ServiceDeps } from './deps';
import { exportReviews, previewExport } from './export-reviews';
import { unwritable } from './unwritable';

/** A folder that others share, to export my reviews of a venue into. */
export interface WatchedExport {
  readonly dataFolder: string;
  readonly folder: string;
  readonly venue: VenueId;
}

/**
 * Writes my ready reviews, and what I said of being asked for reviews, into a shared folder when what they say is not there: something changed, or the file is gone.
 * The bundle is made in the data folder first and moves into the shared one under a name that sync tools leave alone,
 * so that nobody is sent a part of it.
 *
 * Refused: as exporting; FILE_UNWRITABLE, DISK_FULL.
 */
export function exportToFolder(deps: ServiceDeps, input: WatchedExport, job: JobControl): FolderExport {
  const { dataFolder, folder, venue } = input;
  const preview = previewExport(deps, { venue });
  const papers = preview.rows
    .filter((row) => row.isReady && row.shortcomings.length === 0)
    .map(({ paper }) => paper);
  const hasWord = preview.rows.some(({ response }) => response !== null);
  if (papers.length === 0 && !hasWord) return { isWritten: false, name: null, papers };
  const name = preview.suggestedName;
  const finalPath = join(folder, name);
  const memory = readWatched(dataFolder, folder);
  const there = stampOf(finalPath);
  const isThere = memory.exported?.name === name && there !== null && isSameStamp(memory.exported, there);
  if (isThere && memory.exported?.mark === markOf(preview)) return { isWritten: false, name, papers };

  const made = unfinishedPath(join(dataFolder, name));
  let isWritten = false;
  try {
    const receipt = exportReviews(
      deps,
      { venue, papers, includeUnready: false, isEncrypted: preview.canEncrypt, path: made },
      job,
    );
    if (there === null || digestOfFile(finalPath).sha256 !== receipt.sha256) {
      place(made, finalPath, receipt.sizeBytes, deps);
      isWritten = true;
    }
  } finally {
    rmSync(made, { force: true });
  }
  const stamp = stampOf(finalPath);
  const exported = stamp === null ? null : { ...stamp, name, mark: markOf(previewExport(deps, { venue })) };
  saveWatched(dataFolder, { ...memory, exported });
  return { isWritten, name, papers };
}

function place(made: string, finalPath: string, sizeBytes: number, deps: ServiceDeps): void {
  try {
    placeInSharedFolder(made, finalPath, deps.clock.nowMs());
  } catch (error) {
    throw unwritable(error, finalPath, sizeBytes);
  }
}

/** What an export depends on: any change of a review shows in its status, any other export in their count. */
function markOf({ rows, earlierCount, canEncrypt }: ExportPreview): string {
  const states = rows.map(({ paper, status, isReady }) => `${paper} ${status} ${isReady ? 'ready' : ''}`);
  return [...states, earlierCount, canEncrypt].join('; ');
}
