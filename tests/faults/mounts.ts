import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why no disks can be mounted here, or null when they can. */
export function whyNoMounts(): string | null {
  if (process.platform !== 'linux') return 'tmpfs is of Linux';
  const folder = mkdtempSync(join(tmpdir(), 'referee-mount-'));
  try {
    return mount('-t', 'tmpfs', 'tmpfs', folder) && unmount(folder) ? null : 'mounting needs root';
  } finally {
    rmdirSync(folder);
  }
}

/** Puts an empty disk of so many kilobytes at a folder. */
export function mountDisk(folder: string, sizeKilobytes: number): void {
  if (!mount('-t', 'tmpfs', '-o', `size=${sizeKilobytes}k`, 'tmpfs', folder))
    throw new Error(`no disk at ${folder}`);
}

/** Changes a mounted disk: its size, or whether it may be written to. */
export function remountDisk(folder: string, option: string): void {
  if (!mount('-o', `remount,${option}`, folder)) throw new Error(`${folder} cannot be remounted: ${option}`);
}

/** Takes a disk away, also one that is in use; one that is gone already is no matter. */
export function unmount(folder: string): boolean {
  return spawnSync('umount', ['-l', folder]).status === 0;
}

function mount(...args: readonly string[]): boolean {
  return spawnSync('mount', args).status === 0;
}
