import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '@shared/contract/errors';
import { sha256Of } from '@main/bundle/bag';
import { quiet } from '@main/services/deps';
import { exportAssignments } from '@main/services/export-assignments';
import { unwritable } from '@main/services/unwritable';
import { exportTo, makeOrganizer, SIM2SCIENCE } from '../../../support/machine';
import { makeScene } from '../../../support/scene';
import { tempFolder } from '../../../support/temp';

const LINUX_ONLY = { skip: process.platform !== 'linux' };

describe('what is told of a bundle that was written', () => {
  it('is the size and the digest of the file', () => {
    const { ada } = makeScene();
    const path = join(ada.folder, 'again.referee');
    const receipt = exportTo(ada, path, [7]);
    const file = readFileSync(path);
    expect(receipt).toMatchObject({ sizeBytes: file.length, sha256: sha256Of(file) });
  });
});

describe('a PDF that is not what it was when its bundle is written', () => {
  /** The blob of a paper's PDF, and a way to write the bundles again. */
  function makeExport(): { readonly blob: string; run(): void; readonly out: string } {
    const { machine } = makeOrganizer();
    const blobs = join(machine.folder, 'data', 'venues', SIM2SCIENCE, 'blobs');
    const [name = ''] = readdirSync(blobs);
    const out = tempFolder();
    return {
      blob: join(blobs, name),
      out,
      run: () => {
        exportAssignments(machine.deps, { venue: SIM2SCIENCE, folder: out }, quiet);
      },
    };
  }

  it.each([
    ['has changed', (blob: string) => appendFileSync(blob, 'x')],
    ['has one byte changed', flipByte],
    ['is gone', rmSync],
  ])('stops the export when it %s, and is named', (_how, harm) => {
    const { blob, run, out } = makeExport();
    harm(blob);
    expect(run).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }));
    expect(run).toThrow(blob);
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  // What was hashed for one bundle is not hashed for the next; it must not be taken for what it was, either.
  it('stops a batch in which an earlier bundle held it whole', () => {
    const { machine } = makeOrganizer();
    const blobs = join(machine.folder, 'data', 'venues', SIM2SCIENCE, 'blobs');
    const out = tempFolder();
    const progress = (_activity: string, done: number): void => {
      if (done === 1) for (const name of readdirSync(blobs)) flipByte(join(blobs, name));
    };
    const run = (): unknown =>
      exportAssignments(machine.deps, { venue: SIM2SCIENCE, folder: out }, { ...quiet, progress });
    expect(run).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }));
    expect(readdirSync(out)).toHaveLength(1);
  });

  it('does no harm once it is put right', () => {
    const { blob, run } = makeExport();
    flipByte(blob);
    expect(run).toThrow(AppError);
    flipByte(blob);
    run();
  });
});

describe('a file that there is no room for', () => {
  it('is told with the file, the space that it needs and the space that is free', LINUX_ONLY, () => {
    const path = join(tempFolder(), 'ada.referee.age');
    const told = unwritable(fullDisk(), path, 12_400_000) as AppError;
    expect(told).toMatchObject({ code: 'DISK_FULL', detail: 'ENOSPC' });
    expect(told.message).toContain(`no room to write ${path}: it needs 12.4 MB, `);
    expect(told.message).toMatch(
      /[0-9] (?:B|kB|MB|GB) are free\. Free some space or choose another place\.$/,
    );
  });

  it('is told though its folder has gone with its disk', LINUX_ONLY, () => {
    const path = join(tempFolder(), 'gone', 'ada.referee');
    const told = unwritable(fullDisk(), path, 900) as AppError;
    expect(told.message).toContain('it needs 900 B. Free some space');
    expect(existsSync(path)).toBe(false);
  });

  it('is told apart from a file that may not be written', () => {
    const { ada } = makeScene();
    const path = join(ada.folder, 'ada.referee', 'below-a-file.referee');
    expect(() => exportTo(ada, path, [7])).toThrow(
      expect.objectContaining({ code: 'FILE_UNWRITABLE', message: expect.stringContaining(path) as string }),
    );
  });
});

/** Changes a byte in the middle of a file, or changes it back. */
function flipByte(path: string): void {
  const bytes = readFileSync(path);
  const at = bytes.length >> 1;
  const fd = openSync(path, 'r+');
  writeSync(fd, Buffer.from([bytes.readUInt8(at) ^ 1]), 0, 1, at);
  closeSync(fd);
}

/** What the system says when a disk is full, from a device that always is. */
function fullDisk(): unknown {
  const fd = openSync('/dev/full', 'w');
  try {
    writeSync(fd, 'x');
    return undefined;
  } catch (error) {
    return error;
  } finally {
    closeSync(fd);
  }
}
