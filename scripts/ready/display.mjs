import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from './failure.mjs';
import { say } from './say.mjs';
import { installSystemPackages } from './system-packages.mjs';

/** Whether a window can be shown. Only Linux can lack a display. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Where Xvfb is, or undefined. */
export function findXvfb() {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']) {
    try {
      accessSync(join(folder, 'Xvfb'), constants.X_OK);
      return join(folder, 'Xvfb');
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Installs Xvfb where that is allowed, else fails with the command. */
export async function installXvfb() {
  await installSystemPackages(
    'display',
    'There is no display, and Xvfb, which can stand in for one, is missing.',
  );
  if (!findXvfb()) throw new Failure('Xvfb was installed, yet it is not on PATH.', 'which Xvfb');
  say('Xvfb installed');
}
