import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { AppError, type ErrorCode } from '@shared/contract/errors';
import { pack, takeApart, type Parts } from './craft-bundle';
import { importAll, SIM2SCIENCE, type Machine } from './machine';
import { makeScene, type Scene } from './scene';
import { dumpStore, listFiles } from './store-state';

/** The path of the only review in a review bundle. */
export const reviewOf = (parts: Parts): string =>
  [...parts.files.keys()].find((path) => path.startsWith('data/reviews/')) ?? '';

/** A scene and a way to bend Ada's review bundle. */
export function makeCraft(): Scene & { craft(edit: (parts: Parts) => void): string } {
  const scene = makeScene();
  return {
    ...scene,
    craft: (edit) => {
      const parts = takeApart(scene.review);
      edit(parts);
      mkdirSync(join(scene.ada.folder, 'crafted'), { recursive: true });
      return pack(join(scene.ada.folder, 'crafted', 'crafted.referee'), parts);
    },
  };
}

/** The code that an act is refused with; null when it is not refused. */
export function refusalOf(act: () => unknown): ErrorCode | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** Imports a file that must be refused and change nothing: the store, its folder and everything beside it. */
export function expectRefused(machine: Machine, path: string, code: ErrorCode, detail?: string): void {
  const before = { rows: dumpStore(machine, SIM2SCIENCE), files: listFiles(machine.folder) };
  const [row] = importAll(machine, path).rows;
  expect(row).toMatchObject({ outcome: 'refused', bundle: null, error: { code } });
  expect(row?.sentence).toContain(basename(path));
  expect(row?.sentence).not.toMatch(/undefined|\[object|Error:/);
  if (detail !== undefined) expect(row?.error?.detail).toContain(detail);
  expect({ rows: dumpStore(machine, SIM2SCIENCE), files: listFiles(machine.folder) }).toEqual(before);
}
