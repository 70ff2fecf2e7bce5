import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { toReport } from '@main/services/error-report';
import { databaseOf, flipBit, isThere, venueFolder } from '../../../support/damage';
import { answer, importAll, makeMachine, SIM2SCIENCE, type Machine } from '../../../support/machine';
import { makeScene } from '../../../support/scene';
import { dumpStore } from '../../../support/store-state';
import { tempFolder } from '../../../support/temp';

let ada: Machine;
let content: Record<string, unknown[]>;

/** The same numbers at every run. */
function* randoms(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

/** What opening says: nothing is wrong, or the code of the refusal. */
function verdict(machine: Machine): string {
  try {
    machine.deps.stores.open(SIM2SCIENCE);
    return 'whole';
  } catch (error) {
    return toReport(error).code;
  }
}

/** Ada's computer as another process finds it: her own never closed its store. */
function crash(machine: Machine): Machine {
  const folder = tempFolder();
  cpSync(join(machine.folder, 'data'), join(folder, 'data'), { recursive: true });
  return makeMachine(folder, machine.identity);
}

beforeEach(() => {
  ({ ada } = makeScene());
  answer(ada, 12, 'summary', { kind: 'text', text: 'Written last, before it was closed.' });
  content = dumpStore(ada, SIM2SCIENCE);
});

describe('a store that was closed', () => {
  beforeEach(() => {
    ada.deps.stores.close();
  });

  it('is one file that says everything, sealed', () => {
    expect(isThere(ada, 'venue.sqlite-wal')).toBe(false);
    expect(isThere(ada, 'venue.sqlite-shm')).toBe(false);
    expect(readFileSync(join(venueFolder(ada), 'venue.seal'), 'utf8')).toMatch(/^closed [0-9a-f]{64} /);
    expect(dumpStore(ada, SIM2SCIENCE)).toEqual(content);
  });

  it('is found damaged by any one flipped bit of it, and left as it is', () => {
    const path = databaseOf(ada);
    const whole = readFileSync(path);
    const random = randoms(7);
    for (let times = 0; times < 200; times += 1) {
      const bit = random.next().value % (whole.length * 8);
      flipBit(path, bit);
      const flipped = readFileSync(path);
      expect([bit, verdict(ada)]).toEqual([bit, 'STORE_DAMAGED']);
      expect(readFileSync(path).equals(flipped)).toBe(true);
      flipBit(path, bit);
    }
    expect(verdict(ada)).toBe('whole');
  });

  it('is not accused by a flipped bit of its seal', () => {
    const seal = join(venueFolder(ada), 'venue.seal');
    const bits = statSync(seal).size * 8;
    const random = randoms(8);
    for (let times = 0; times < 40; times += 1) {
      flipBit(seal, random.next().value % bits);
      expect(dumpStore(ada, SIM2SCIENCE)).toEqual(content);
      ada.deps.stores.close();
    }
  });

  it.each([0, 1, 99, 4096, 20_000])('is found damaged when it is cut to %i bytes', (sizeBytes) => {
    truncateSync(databaseOf(ada), sizeBytes);
    expect(verdict(ada)).toBe('STORE_DAMAGED');
    expect(statSync(databaseOf(ada)).size).toBe(sizeBytes);
  });

  it('is opened past another store’s journal, which is kept aside', () => {
    const { organizer, review } = makeScene();
    importAll(organizer, review);
    for (const name of ['venue.sqlite-wal', 'venue.sqlite-shm'])
      copyFileSync(join(venueFolder(organizer), name), join(venueFolder(ada), name));
    const foreign = readFileSync(join(venueFolder(ada), 'venue.sqlite-wal'));
    expect(foreign.length).toBeGreaterThan(0);
    expect(dumpStore(ada, SIM2SCIENCE)).toEqual(content);
    const kept = join(venueFolder(ada), 'damaged', '20260510T090000000Z', 'venue.sqlite-wal');
    expect(readFileSync(kept).equals(foreign)).toBe(true);
  });

  it('that is gone, and has no backups, is not known', () => {
    rmSync(databaseOf(ada));
    expect(verdict(ada)).toBe('VENUE_NOT_FOUND');
  });
});

describe('a store that was not closed', () => {
  it('is opened with all that was committed, whatever its shared memory holds', () => {
    const other = crash(ada);
    writeFileSync(join(venueFolder(other), 'venue.sqlite-shm'), Buffer.alloc(32_768, 0xa5));
    expect(dumpStore(other, SIM2SCIENCE)).toEqual(content);
  });

  it('is found damaged when its journal is gone: what was committed to it would silently be missing', () => {
    const other = crash(ada);
    expect(statSync(join(venueFolder(other), 'venue.sqlite-wal')).size).toBeGreaterThan(0);
    rmSync(join(venueFolder(other), 'venue.sqlite-wal'));
    const before = readFileSync(databaseOf(other));
    expect(verdict(other)).toBe('STORE_DAMAGED');
    expect(readFileSync(databaseOf(other)).equals(before)).toBe(true);
  });

  it('is found damaged when SQLite finds its pages broken, and neither file is written to', () => {
    const other = crash(ada);
    writeFileSync(databaseOf(other), readFileSync(databaseOf(other)).fill(0xa5, 4096 * 3, 4096 * 6));
    const names = ['venue.sqlite', 'venue.sqlite-wal'].map((name) => join(venueFolder(other), name));
    const before = names.map((name) => readFileSync(name));
    expect(verdict(other)).toBe('STORE_DAMAGED');
    expect(names.map((name, index) => readFileSync(name).equals(before[index] as Buffer))).toEqual([
      true,
      true,
    ]);
  });

  it('is not confused with another venue’s that was put in its place', () => {
    const other = crash(ada);
    const folder = join(other.folder, 'data', 'venues');
    cpSync(join(folder, SIM2SCIENCE), join(folder, 'some-other-venue'), { recursive: true });
    expect(() => other.deps.stores.open('some-other-venue' as typeof SIM2SCIENCE)).toThrow(
      expect.objectContaining({ code: 'STORE_DAMAGED', detail: `it holds the venue ${SIM2SCIENCE}` }),
    );
  });

  it('is closed and sealed by the last of two that have it open, and by no other', () => {
    const second = makeMachine(ada.folder, ada.identity);
    second.deps.stores.open(SIM2SCIENCE);
    ada.deps.stores.close();
    expect(readFileSync(join(venueFolder(ada), 'venue.seal'), 'utf8')).toMatch(/^open /);
    answer(second, 12, 'summary', { kind: 'text', text: 'Written after the first closed.' });
    second.deps.stores.close();
    expect(readFileSync(join(venueFolder(ada), 'venue.seal'), 'utf8')).toMatch(/^closed /);
    expect(JSON.stringify(dumpStore(ada, SIM2SCIENCE))).toContain('Written after the first closed.');
  });
});

describe('a store in a folder that cannot be written to', () => {
  it('is refused with a sentence that names the folder', () => {
    ada.deps.stores.close();
    // SQLite cannot make its journal where a folder is in the way: the same refusal as from a disk that is read-only.
    rmSync(join(venueFolder(ada), 'venue.seal'));
    mkdirSync(join(venueFolder(ada), 'venue.sqlite-wal'));
    writeFileSync(join(venueFolder(ada), 'venue.sqlite-wal', 'in the way'), '');
    expect(() => ada.deps.stores.open(SIM2SCIENCE)).toThrow(
      expect.objectContaining({
        code: 'FILE_UNWRITABLE',
        message: expect.stringContaining(venueFolder(ada)) as string,
      }),
    );
  });
});
