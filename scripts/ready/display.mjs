import { Failure } from './failure.mjs';
import { findProgram } from './find-program.mjs';
import { say } from './say.mjs';
import { installSystemPackages } from './system-packages.mjs';

/** Whether a window can be shown. Only Linux can lack a display. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Where Xvfb is, or undefined. */
export function findXvfb() {
  return findProgram('Xvfb');
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
