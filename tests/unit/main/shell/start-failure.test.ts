import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { setClock } from '@main/set-clock';
import { endStart } from '@main/shell/start-failure';
import { requireDataFolder } from '@main/store/data-folder';
import { tempFolder } from '../../../support/temp';

vi.mock('electron', () => ({ app: { exit: vi.fn() }, dialog: { showErrorBox: vi.fn() } }));

/** What a person reads when the start fails in this way. */
function wordsOf(start: () => unknown): string {
  vi.mocked(dialog.showErrorBox).mockReset();
  vi.mocked(app.exit).mockReset();
  try {
    start();
  } catch (error) {
    endStart(error, '/data');
  }
  expect(app.exit).toHaveBeenCalledExactlyOnceWith(1);
  return vi.mocked(dialog.showErrorBox).mock.lastCall?.[1] ?? '';
}

describe('a start that fails ends with a sentence', () => {
  it('when a file is in the place of the data folder, which stays as it is', () => {
    const path = join(tempFolder(), 'data');
    writeFileSync(path, 'a file');
    expect(wordsOf(() => requireDataFolder(path))).toContain(`${path}, and a file is in its place. Move`);
    expect(readFileSync(path, 'utf8')).toBe('a file');
  });

  it('when the data folder cannot be made', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), '');
    const path = join(folder, 'file', 'data');
    expect(wordsOf(() => requireDataFolder(path))).toContain(`${path}, which cannot be written to`);
  });

  it('when the clock was set to no instant', () => {
    expect(wordsOf(() => setClock('yesterday'))).toMatch(/REFEREE_CLOCK is "yesterday".*unset it/);
  });

  it('when nobody knows why', () => {
    expect(
      wordsOf(() => {
        throw new Error('no such thing');
      }),
    ).toMatch(/\/data and were left as they are[^]*no such thing$/);
  });
});

describe('a data folder', () => {
  it('is made where there is none, and may be there already', () => {
    const path = join(tempFolder(), 'deep', 'data');
    requireDataFolder(path);
    requireDataFolder(path);
    expect(existsSync(path)).toBe(true);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('must be writable', () => {
    const path = join(tempFolder(), 'data');
    mkdirSync(path, { mode: 0o500 });
    expect(wordsOf(() => requireDataFolder(path))).toContain(path);
  });
});

describe('the clock', () => {
  it('is the system’s unless it was set', () => {
    expect(Math.abs(setClock(undefined).nowMs() - Date.now())).toBeLessThan(5_000);
    expect(setClock('2026-05-10T09:00:00Z').nowMs() - Date.parse('2026-05-10T09:00:00Z')).toBeLessThan(5_000);
  });
});
