import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { toFileTime } from './file-time';

/** The folder, made when it is not there, that keeps what was found damaged at a time. Nothing in it is ever deleted. */
export function damagedFolder(folder: string, nowIso: string): string {
  const kept = join(folder, 'damaged', toFileTime(nowIso));
  mkdirSync(kept, { recursive: true });
  return kept;
}
