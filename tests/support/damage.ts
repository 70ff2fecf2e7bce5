import { closeSync, existsSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './machine';
import { SIM2SCIENCE } from './machine';

/** The folder of the small venue on a computer. */
export function venueFolder(machine: Machine): string {
  return join(machine.folder, 'data', 'venues', SIM2SCIENCE);
}

/** Where the small venue's database is on a computer. */
export function databaseOf(machine: Machine): string {
  return join(venueFolder(machine), 'venue.sqlite');
}

/** Flips one bit of a file. */
export function flipBit(path: string, bit: number): void {
  const fd = openSync(path, 'r+');
  const byte = Buffer.alloc(1);
  readSync(fd, byte, 0, 1, bit >> 3);
  byte.writeUInt8(byte.readUInt8(0) ^ (1 << (bit & 7)), 0);
  writeSync(fd, byte, 0, 1, bit >> 3);
  closeSync(fd);
}

/** Whether a file of the small venue's folder is there. */
export function isThere(machine: Machine, name: string): boolean {
  return existsSync(join(venueFolder(machine), name));
}
