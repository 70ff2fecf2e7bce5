import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeTextDurably } from './durable-file';

const stampSchema = z.strictObject({ sizeBytes: z.number(), mtimeMs: z.number() });

/** What tells one state of a file from another without reading it. */
export type FileStamp = z.infer<typeof stampSchema>;

const entrySchema = stampSchema.extend({
  /** `seen` once, not yet imported; `done`; or why it is to be tried again. */
  state: z.enum(['seen', 'done', 'incomplete', 'later']),
  /** When it was last tried, milliseconds since the epoch; 0 when never. */
  triedAtMs: z.number(),
  /** The venues and keys that there were then: others may make it welcome. */
  mark: z.string(),
});

/** A file of a watched folder as it was when it was last looked at. */
export type WatchedEntry = z.infer<typeof entrySchema>;

const memorySchema = z.strictObject({
  format: z.literal('referee-watched/1'),
  folder: z.string(),
  files: z.record(z.string(), entrySchema),
  exported: stampSchema.extend({ name: z.string(), mark: z.string() }).nullable(),
});

/** What is remembered of one watched folder: its files by their path in it, and what was exported into it last. */
export type WatchedMemory = Omit<z.infer<typeof memorySchema>, 'format'>;

/** The most files that are remembered of a folder. One that is forgotten costs one more look. */
const MAX_FILES = 20_000;

/** What a data folder remembers of a watched folder. A memory that cannot be read counts as none: it holds no work. */
export function readWatched(dataFolder: string, folder: string): WatchedMemory {
  try {
    const parsed = memorySchema.safeParse(JSON.parse(readFileSync(fileOf(dataFolder, folder), 'utf8')));
    if (parsed.success && parsed.data.folder === folder) return parsed.data;
  } catch {
    // Not there, or not JSON.
  }
  return { folder, files: {}, exported: null };
}

/** Remembers a watched folder. */
export function saveWatched(dataFolder: string, { folder, files, exported }: WatchedMemory): void {
  const kept = Object.fromEntries(Object.entries(files).slice(-MAX_FILES));
  const memory = { format: 'referee-watched/1', folder, files: kept, exported };
  writeTextDurably(fileOf(dataFolder, folder), `${JSON.stringify(memory)}\n`);
}

function fileOf(dataFolder: string, folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(dataFolder, 'watched', `${digest}.json`);
}
