import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  copyDurably,
  UNFINISHED_PREFIX,
  writeDurably,
  writeFully,
  writeTextDurably,
} from '@main/store/durable-file';
import { sweepUnfinished } from '@main/store/stores';
import { tempFolder } from '../../../support/temp';

/** The id of a process that has ended. */
const endedProcess = (): number => spawnSync(process.execPath, ['--version']).pid;

describe('a file written durably', () => {
  it('is there whole, with nothing beside it', () => {
    const folder = tempFolder();
    writeTextDurably(join(folder, 'deep', 'er', 'some.txt'), 'Größe\n');
    expect(readFileSync(join(folder, 'deep', 'er', 'some.txt'), 'utf8')).toBe('Größe\n');
    expect(readdirSync(join(folder, 'deep', 'er'))).toEqual(['some.txt']);
  });

  it('keeps what was there before when writing fails half-way', () => {
    const path = join(tempFolder(), 'some.txt');
    writeFileSync(path, 'old');
    expect(() =>
      writeDurably(path, (fd) => {
        writeSync(fd, 'new, half of');
        throw new Error('the disk is full');
      }),
    ).toThrow('the disk is full');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(join(path, '..'))).toEqual(['some.txt']);
  });

  it('is not put in the place of a folder', () => {
    const path = join(tempFolder(), 'some');
    mkdirSync(join(path, 'inside'), { recursive: true });
    expect(() => writeTextDurably(path, 'text')).toThrow();
    expect(readdirSync(join(path, '..'))).toEqual(['some']);
    expect(readdirSync(path)).toEqual(['inside']);
  });

  it('takes the place of a link, not of what it points to', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'target'), 'untouched');
    copyDurably(join(folder, 'target'), join(folder, 'copy'));
    chmodSync(join(folder, 'copy'), 0o400);
    writeTextDurably(join(folder, 'copy'), 'new');
    expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('untouched');
    expect(readFileSync(join(folder, 'copy'), 'utf8')).toBe('new');
  });

  it('is readable by its owner only, unless said otherwise', () => {
    const path = join(tempFolder(), 'key');
    writeTextDurably(path, 'secret');
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('is written to its last byte, at a position or at the end', () => {
    const path = join(tempFolder(), 'bytes');
    const fd = openSync(path, 'w');
    writeFully(fd, Buffer.from('abc'));
    writeFully(fd, Buffer.from('de'));
    writeFully(fd, Buffer.from('X'), 1);
    closeSync(fd);
    expect(readFileSync(path, 'utf8')).toBe('aXcde');
  });
});

describe('what an interrupted run left behind', () => {
  it('is swept from a data folder and its venues, and nothing else is', () => {
    const data = tempFolder();
    const venue = join(data, 'venues', 'some-venue');
    for (const folder of ['blobs', 'held']) mkdirSync(join(venue, folder), { recursive: true });
    const unfinished = ['.', 'venues/some-venue', 'venues/some-venue/blobs', 'venues/some-venue/held'].map(
      (folder) => join(data, folder, `${UNFINISHED_PREFIX}${endedProcess()}-1`),
    );
    for (const path of unfinished) writeFileSync(path, 'half');
    mkdirSync(join(data, 'venues', `${UNFINISHED_PREFIX}other-7`, 'blobs'), { recursive: true });
    const kept = [
      join(venue, 'venue.sqlite'),
      join(venue, 'blobs', 'a'.repeat(64)),
      join(data, 'identity.json'),
    ];
    for (const path of kept) writeFileSync(path, 'kept');
    sweepUnfinished(data);
    expect(unfinished.filter((path) => existsSync(path))).toEqual([]);
    expect(readdirSync(join(data, 'venues'))).toEqual(['some-venue']);
    expect(kept.every((path) => readFileSync(path, 'utf8') === 'kept')).toBe(true);
  });

  it('is what a process has begun that has ended, or one that had this one’s id; not what another still writes', () => {
    const data = tempFolder();
    const running = process.ppid;
    const names = [`${endedProcess()}-a`, `${process.pid}-b`, `${running}-c`, 'of-an-older-version'];
    for (const name of names) writeFileSync(join(data, `${UNFINISHED_PREFIX}${name}`), 'half');
    sweepUnfinished(data);
    expect(readdirSync(data)).toEqual([`${UNFINISHED_PREFIX}${running}-c`]);
  });

  it('can be told by the name that every unfinished file gets', () => {
    const path = join(tempFolder(), 'some.txt');
    writeDurably(path, () => {
      const [name] = readdirSync(join(path, '..'));
      expect(name).toMatch(new RegExp(`^\\${UNFINISHED_PREFIX}${process.pid}-[0-9a-f-]{36}$`));
    });
  });

  it('is nothing where there is no data folder yet', () => {
    const data = join(tempFolder(), 'not-yet');
    sweepUnfinished(data);
    expect(existsSync(data)).toBe(false);
  });
});
