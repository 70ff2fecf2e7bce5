import { renameSync, writeFileSync } from 'node:fs';
import { compiledAddonBytes } from './addon.mjs';
import { electronInPlace } from './electron.mjs';
import { installedVersion, readJson, runtimeFolder, stampPath } from './paths.mjs';

/** What must be the same for the last run's findings to hold. */
function facts() {
  return {
    electron: electronInPlace() ?? null,
    runtime: runtimeFolder(),
    sqlite: installedVersion('better-sqlite3') ?? null,
    addonBytes: compiledAddonBytes(),
  };
}

/** Whether the runtime and its addon are as the last complete run left them. */
export function isStamped() {
  const now = facts();
  return now.electron !== null && JSON.stringify(readJson(stampPath)) === JSON.stringify(now);
}

/** Written last: an interrupted run leaves no stamp. */
export function stamp() {
  writeFileSync(`${stampPath}.part`, JSON.stringify(facts()));
  renameSync(`${stampPath}.part`, stampPath);
}
