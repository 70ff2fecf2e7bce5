import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeTextDurably } from './durable-file';

const windowStateSchema = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(640).max(20_000),
  height: z.number().int().min(480).max(20_000),
  isMaximized: z.boolean(),
});

/** Where the window was: pixels of the screen, and whether it filled it. */
export interface WindowState {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

const DEFAULT: WindowState = { width: 1440, height: 900, isMaximized: false };

/** A window whose place is kept: the main one, or the reader's own. */
export type WindowName = 'window' | 'reader-window';

/** Where a window was last, or a size that suits most screens. */
export function readWindowState(dataFolder: string, name: WindowName = 'window'): WindowState {
  try {
    const { x, y, ...state } = windowStateSchema.parse(
      JSON.parse(readFileSync(fileOf(dataFolder, name), 'utf8')),
    );
    return x === undefined || y === undefined ? state : { x, y, ...state };
  } catch {
    return DEFAULT;
  }
}

/** Remembers where a window is. A disk that refuses costs only that. */
export function saveWindowState(dataFolder: string, state: WindowState, name: WindowName = 'window'): void {
  try {
    writeTextDurably(fileOf(dataFolder, name), `${JSON.stringify(state)}\n`);
  } catch {
    // The window opens at its default place next time.
  }
}

function fileOf(dataFolder: string, name: WindowName): string {
  return join(dataFolder, `${name}.json`);
}
