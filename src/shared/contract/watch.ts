import { z } from 'zod';
import { fileTokenSchema, venueIdSchema, type JobId } from '../model/ids';
import type { ImportOutcome, ImportRow } from './bundle';
import { route } from './define';

/**
 * Why a file is not imported now: still arriving (`growing`, `empty`, `incomplete`), a sync tool's copy of a file that
 * two people changed (`conflict`), early (`later`: its venue is not here yet, or something is in the way that may pass).
 */
export type WaitReason = 'growing' | 'empty' | 'incomplete' | 'conflict' | 'later';

/** A file of a watched folder that waits. */
export interface WaitingFile {
  /** Its path inside the folder, with `/`. */
  readonly name: string;
  readonly reason: WaitReason;
  /** For a person: why, and what to do. */
  readonly sentence: string;
}

/** What one look at a watched folder found. Files that were dealt with before are not told again. */
export interface FolderLook {
  /** Files that have arrived and are new or changed, by their path inside the folder. */
  readonly ready: readonly string[];
  readonly waiting: readonly WaitingFile[];
}

/** What became of a file of a watched folder. */
export interface TakenFile {
  readonly name: string;
  readonly outcome: ImportOutcome | 'waiting';
  readonly row: ImportRow;
}

/** An export into a watched folder. */
export interface FolderExport {
  /** Whether a file was written. */
  readonly isWritten: boolean;
  /** The file's name; null when there is nothing to export yet. */
  readonly name: string | null;
  readonly papers: readonly number[];
}

const watched = { folder: fileTokenSchema, venue: venueIdSchema.nullable() };

/** The path of a bundle in a watched folder: its name, or that of a subfolder and its name. */
const nameSchema = z
  .string()
  .max(600)
  .regex(/^(?:[^/\\\0]+\/)?[^/\\\0]+\.referee(?:\.age)?$/i)
  .refine((name) => !name.split('/').includes('..'));

export const watchRoutes = {
  /** Looks at a folder that others share. Remembers what it saw, so that the same file costs nothing again. */
  'watch.look': route<FolderLook>()(z.strictObject(watched)),
  /** Imports one file of it and remembers what became of it. Job: `take-file`. */
  'watch.take': route<JobId>()(z.strictObject({ ...watched, name: nameSchema })),
  /** Writes my reviews into it when what they would say is not there yet. Job: `export-to-folder`. */
  'watch.export': route<JobId>()(z.strictObject({ folder: fileTokenSchema, venue: venueIdSchema })),
};
