import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UNFINISHED_PREFIX, writeFully } from '@main/store/durable-file';
import { withNote, writeOutside } from '@main/store/outside-files';
import { sweepUnfinished } from '@main/store/stores';
import { tempFolder } from '../../../support/temp';

/** A name that a process has made up that has ended. */
const abandonedName = (): string =>
  `${UNFINISHED_PREFIX}${spawnSync(process.execPath, ['--version']).pid}-7d0c7f5e-0000-4000-8000-000000000000`;

/** A data folder, another folder, and an unfinished file in that one with its note. */
function leaveUnfinished(): { data: string; outside: string; unfinished: string; note: string } {
  const [data, outside] = [tempFolder(), tempFolder()];
  const unfinished = join(outside, abandonedName());
  const note = join(data, basename(unfinished));
  writeFileSync(unfinished, 'half of a bund');
  writeFileSync(note, unfinished);
  return { data, outside, unfinished, note };
}

describe('a file written outside the data folder', () => {
  it('is noted while it is not finished, by the name that it has until then', () => {
    const [data, outside] = [tempFolder(), tempFolder()];
    const path = join(outside, 'some.referee');
    writeOutside(data, path, (fd) => {
      const [name] = readdirSync(outside);
      expect(readdirSync(data)).toEqual([name]);
      expect(readFileSync(join(data, String(name)), 'utf8')).toBe(join(outside, String(name)));
      writeFully(fd, Buffer.from('whole'));
    });
    expect(readFileSync(path, 'utf8')).toBe('whole');
    expect(readdirSync(data)).toEqual([]);
  });

  it('leaves neither itself nor a note when writing it fails', () => {
    const [data, outside] = [tempFolder(), tempFolder()];
    const fail = (): never => {
      throw new Error('the stick is gone');
    };
    expect(() => writeOutside(data, join(outside, 'some.referee'), fail)).toThrow('the stick is gone');
    expect([readdirSync(data), readdirSync(outside)]).toEqual([[], []]);
  });

  it('is written without a note where there is no data folder, or nothing may be written there', () => {
    const outside = tempFolder();
    const nowhere = join(outside, 'no data folder');
    for (const notes of [nowhere, null]) {
      writeOutside(notes, join(outside, 'some.referee'), (fd) => {
        writeFully(fd, Buffer.from('whole'));
      });
    }
    expect(readdirSync(outside)).toEqual(['some.referee']);
  });

  it('is its own note in the data folder itself', () => {
    const data = tempFolder();
    const unfinished = join(data, abandonedName());
    expect(withNote(data, unfinished, () => existsSync(unfinished))).toBe(false);
  });
});

describe('the sweep at the start', () => {
  it('removes what a note of an ended process is about, and the note', () => {
    const { data, outside } = leaveUnfinished();
    writeFileSync(join(outside, 'somebody’s.referee'), 'theirs');
    sweepUnfinished(data);
    expect(readdirSync(outside)).toEqual(['somebody’s.referee']);
    expect(readdirSync(data)).toEqual([]);
  });

  it('keeps a note while the disk that it is about is away, and acts on it when the disk is back', () => {
    const { data, outside, note } = leaveUnfinished();
    renameSync(outside, `${outside}-away`);
    sweepUnfinished(data);
    expect(existsSync(note)).toBe(true);
    renameSync(`${outside}-away`, outside);
    sweepUnfinished(data);
    expect([existsSync(note), readdirSync(outside)]).toEqual([false, []]);
  });

  it('never removes a file because a note of another name says so', () => {
    const { data, outside, note } = leaveUnfinished();
    const precious = join(outside, 'precious.pdf');
    writeFileSync(precious, 'all my work');
    for (const said of [precious, 'precious.pdf', '/', '', `${note}/..`, 'x'.repeat(10_000)]) {
      writeFileSync(note, said);
      sweepUnfinished(data);
      expect(existsSync(note)).toBe(false);
    }
    expect(readFileSync(precious, 'utf8')).toBe('all my work');
  });

  it('removes an extracted folder that was not finished, with all that is in it', () => {
    const [data, outside] = [tempFolder(), tempFolder()];
    const unfinished = join(outside, abandonedName());
    mkdirSync(join(unfinished, 'data'), { recursive: true });
    writeFileSync(join(unfinished, 'data', 'venue.json'), '{}');
    writeFileSync(join(data, basename(unfinished)), unfinished);
    sweepUnfinished(data);
    expect([readdirSync(data), readdirSync(outside)]).toEqual([[], []]);
  });
});
