import { basename } from 'node:path';
import { makeVisible } from '@shared/rules/visible-text';

/** A file's name for people and records, with what hides or commands in it written out: whoever sent it chose it. */
export function shownName(path: string): string {
  return makeVisible(basename(path), 255);
}
