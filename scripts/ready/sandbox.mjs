import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { runtimeFolder } from './paths.mjs';

/**
 * The switches with which Chromium's sandbox can start here: none, but for root on Linux (a container), where it
 * cannot start at all.
 *
 * @throws {Failure} where the system forbids the sandbox and one command would allow it
 */
export function sandboxFlags() {
  if (process.platform !== 'linux') return [];
  if (process.getuid() === 0) return ['--no-sandbox'];
  const helper = join(runtimeFolder(), 'chrome-sandbox');
  if (areNamespacesForbidden() && !isSetuidRoot(helper)) {
    throw new Failure(
      "This system lets no ordinary program make a sandbox, so Chromium's own helper must be allowed to.",
      `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
    );
  }
  return [];
}

/** Ubuntu 24.04 and newer, and hardened Debian kernels. */
function areNamespacesForbidden() {
  return (
    readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    readSetting('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    readSetting('/proc/sys/user/max_user_namespaces') === '0'
  );
}

function readSetting(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function isSetuidRoot(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  return Boolean(stats && stats.uid === 0 && stats.mode & 0o4000);
}
