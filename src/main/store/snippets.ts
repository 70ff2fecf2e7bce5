import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@shared/contract/errors';
import { snippetsSchema, type Snippet } from '@shared/model/snippet';
import { writeTextDurably } from './durable-file';

/** The snippets kept in a data folder, none where nothing was kept yet. @throws AppError STORE_DAMAGED */
export function readSnippets(dataFolder: string): readonly Snippet[] {
  const path = fileOf(dataFolder);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw damaged(path, error);
  }
  try {
    return snippetsSchema.parse(JSON.parse(text));
  } catch (error) {
    throw damaged(path, error);
  }
}

/** Keeps these snippets and no others; they are on disk when it returns. */
export function writeSnippets(dataFolder: string, snippets: readonly Snippet[]): void {
  writeTextDurably(fileOf(dataFolder), `${JSON.stringify(snippets, null, 2)}\n`);
}

function fileOf(dataFolder: string): string {
  return join(dataFolder, 'snippets.json');
}

/** It holds what a person wrote, so it is neither skipped nor written over. */
function damaged(path: string, error: unknown): AppError {
  return new AppError(
    'STORE_DAMAGED',
    `Your snippets in ${path} cannot be read. Mend the file, or move it away to begin anew.`,
    error instanceof Error ? error.name : null,
  );
}
