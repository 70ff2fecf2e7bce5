import { basename } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { ChosenFile } from '@shared/contract/file';
import { fileTokenSchema, type FileToken } from '@shared/model/ids';
import { findFiles } from './dropped-files';

/** What a person chose a path for: to be read, to be written, or to be a folder of files. */
export type FileUse = 'read' | 'write' | 'folder';

/** Stands between the window and paths: the window holds tokens, this holds what they stand for. */
export interface FileTokens {
  /** A token for a path that a person chose, good for that use alone. */
  issue(path: string, use: FileUse): ChosenFile;
  /** Tokens to read the files among paths that came from elsewhere, by a drop or by the system; a folder brings its bundles. */
  issueFiles(paths: readonly string[]): readonly ChosenFile[];
  /** Refused: FILE_NOT_FOUND for a token that was never issued, or for another use than these. */
  pathOf(token: FileToken, ...uses: readonly FileUse[]): string;
  /** Keeps files that the system asked to open until the window takes them. */
  offer(paths: readonly string[]): void;
  takeOffered(): readonly ChosenFile[];
}

/** The tokens of one process. */
export function createFileTokens(): FileTokens {
  const known = new Map<FileToken, { readonly path: string; readonly use: FileUse }>();
  const byUse = new Map<string, FileToken>();
  let offered: string[] = [];
  const tokens: FileTokens = {
    issue(path, use) {
      const key = `${use} ${path}`;
      const token = byUse.get(key) ?? fileTokenSchema.parse(`f-${known.size + 1}`);
      known.set(token, { path, use });
      byUse.set(key, token);
      return { token, name: basename(path) };
    },
    issueFiles: (paths) => findFiles(paths).map((path) => tokens.issue(path, 'read')),
    pathOf(token, ...uses) {
      const chosen = known.get(token);
      if (chosen === undefined)
        throw new AppError('FILE_NOT_FOUND', 'This file is not open any more. Choose it again.');
      if (!uses.includes(chosen.use)) {
        throw new AppError(
          'FILE_NOT_FOUND',
          `${basename(chosen.path)} was not chosen for this. Choose a file again.`,
          `chosen to ${chosen.use}, wanted for ${uses.join(' or ')}`,
        );
      }
      return chosen.path;
    },
    offer(more) {
      offered.push(...more);
    },
    takeOffered() {
      const taken = tokens.issueFiles(offered);
      offered = [];
      return taken;
    },
  };
  return tokens;
}
