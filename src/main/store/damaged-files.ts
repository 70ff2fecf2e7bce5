import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from './durable-file';
import { toFileTime } from './file-time';

/**
 * A new folder that keeps what was found damaged at a time, `damaged/<time>` in a venue's folder. Nothing in it is ever
 * deleted or written over.
 */
export function damagedFolder(folder: string, nowIso: string): string {
  const stem = join(folder, 'damaged', toFileTime(nowIso));
  let kept = stem;
  for (let number = 2; existsSync(kept); number += 1) kept = `${stem}-${number}`;
  mkdirSync(kept, { recursive: true });
  syncFolder(dirname(kept));
  syncFolder(folder);
  return kept;
}
