import { basename } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { ChosenFile } from '@shared/contract/file';
import { fileTokenSchema, type FileToken } from '@shared/model/ids';

/** Stands between the window and paths: the window holds tokens, this holds what they stand for. */
export interface FileTokens {
  /** A token for a path that a person chose. */
  issue(path: string): ChosenFile;
  /** Refused: FILE_NOT_FOUND for a token that was never issued. */
  pathOf(token: FileToken): string;
  /** Keeps files that the system asked to open until the window takes them. */
  offer(paths: readonly string[]): void;
  takeOffered(): readonly ChosenFile[];
}

/** The tokens of one process. */
export function createFileTokens(): FileTokens {
  const paths = new Map<FileToken, string>();
  const byPath = new Map<string, FileToken>();
  let offered: string[] = [];
  const issue = (path: string): ChosenFile => {
    const token = byPath.get(path) ?? fileTokenSchema.parse(`f-${paths.size + 1}`);
    paths.set(token, path);
    byPath.set(path, token);
    return { token, name: basename(path) };
  };
  return {
    issue,
    pathOf(token) {
      const path = paths.get(token);
      if (path === undefined)
        throw new AppError('FILE_NOT_FOUND', 'This file is not open any more. Choose it again.');
      return path;
    },
    offer(more) {
      offered.push(...more);
    },
    takeOffered() {
      const taken = offered.map(issue);
      offered = [];
      return taken;
    },
  };
}
