import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupIdSchema, type BackupId } from '@shared/contract/backup';
import type { Instant } from '@shared/model/time';
import {
  listBackupFiles,
  superfluous,
  verifyBackup,
  writeBackup,
  type BackupFile,
} from '@main/store/backups';
import { change, closeDatabase, openDatabase, transact } from '@main/store/database';
import { flipBit } from '../../../support/damage';
import { tempFolder } from '../../../support/temp';

const NOW = '2026-05-10T09:00:00.000Z';

const fact = (db: ReturnType<typeof openDatabase>, name: string): number =>
  change(db, 'INSERT INTO facts VALUES (?, ?)', name, 'x');

/** Backups as their names tell, newest first; `contents` are digests. */
function named(...times: readonly (readonly [time: string, content: string])[]): BackupFile[] {
  return times.map(([time, content]) => ({
    id: `${time}-v30-${content.padStart(16, '0')}` as BackupId,
    path: time,
    madeAt: time.replace(/^(....)(..)(..)T(..)(..)(..)(...)Z$/, '$1-$2-$3T$4:$5:$6.$7Z') as Instant,
    version: 30,
    digest: content,
    sizeBytes: 1,
  }));
}

describe('a backup', () => {
  it('holds what was committed when it was made, while somebody else goes on writing', () => {
    const folder = tempFolder();
    const db = openDatabase(folder, NOW);
    fact(db, 'before');
    const writer = openDatabase(folder, NOW);
    transact(writer, () => {
      fact(writer, 'not yet committed');
      const backup = writeBackup(db, folder, NOW);
      verifyBackup(backup);
      const copy = openDatabase(copyInto(tempFolder(), backup), NOW);
      expect(copy.prepare('SELECT name FROM facts').pluck().all()).toEqual(['before']);
      closeDatabase(copy);
    });
    closeDatabase(writer);
    closeDatabase(db);
  });

  it('tells its time, version and digest by its name, and is this user’s only', () => {
    const folder = tempFolder();
    const db = openDatabase(folder, NOW);
    const backup = writeBackup(db, folder, NOW);
    closeDatabase(db);
    expect(listBackupFiles(folder)).toEqual([backup]);
    expect(backup).toMatchObject({ madeAt: NOW, sizeBytes: statSync(backup.path).size });
    expect(readdirSync(join(folder, 'backups'))).toEqual([`${backup.id}.sqlite`]);
    expect(statSync(backup.path).mode & (process.platform === 'win32' ? 0 : 0o077)).toBe(0);
  });

  it('of the same content as the one before it takes its place', () => {
    const folder = tempFolder();
    const db = openDatabase(folder, NOW);
    writeBackup(db, folder, NOW);
    const again = writeBackup(db, folder, '2026-05-10T10:00:00.000Z');
    closeDatabase(db);
    expect(listBackupFiles(folder)).toEqual([again]);
  });

  it('is refused when one bit of it has changed', () => {
    const folder = tempFolder();
    const db = openDatabase(folder, NOW);
    const backup = writeBackup(db, folder, NOW);
    closeDatabase(db);
    for (const bit of [3, 800, backup.sizeBytes * 4, backup.sizeBytes * 8 - 1]) {
      flipBit(backup.path, bit);
      expect(() => verifyBackup(backup)).toThrow(
        expect.objectContaining({
          code: 'BACKUP_DAMAGED',
          message: expect.stringContaining('2026-05-10 09:00 UTC') as string,
        }),
      );
      flipBit(backup.path, bit);
    }
    expect(() => verifyBackup(backup)).not.toThrow();
  });

  it('that cannot be written leaves nothing, and the backups that are there', () => {
    const folder = tempFolder();
    const db = openDatabase(folder, NOW);
    const first = writeBackup(db, folder, NOW);
    fact(db, 'more');
    const name = join(folder, 'backups');
    db.close();
    expect(() => writeBackup(db, folder, '2026-05-10T10:00:00.000Z')).toThrow();
    expect(readdirSync(name)).toEqual([`${first.id}.sqlite`]);
  });

  it('is none of the other files that lie there', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'backups'));
    for (const name of ['notes.sqlite', '.referee-unfinished-1-a', '20260510T090000000Z-v30-xyz.sqlite'])
      writeFileSync(join(folder, 'backups', name), '');
    expect(listBackupFiles(folder)).toEqual([]);
  });
});

describe('of several backups', () => {
  const kept = (backups: readonly BackupFile[]): string[] => {
    const gone = new Set(superfluous(backups, backups[0]?.id as BackupId));
    return backups.filter((backup) => !gone.has(backup)).map(({ path }) => path);
  };

  it('the newest three stay, and the last of each of seven days', () => {
    const hours = ['20260510T12', '20260510T11', '20260510T10', '20260510T09'].map(
      (hour) => `${hour}0000000Z`,
    );
    const days = ['09', '08', '07', '06', '05', '04', '03', '02'].flatMap((day) => [
      `202605${day}T180000000Z`,
      `202605${day}T080000000Z`,
    ]);
    const all = [...hours, ...days];
    const stay = [...hours.slice(0, 3), ...days.filter((time) => time.includes('T18')).slice(0, 6)];
    expect(kept(named(...all.map((time, index) => [time, `c${index}`] as const)))).toEqual(stay);
  });

  it('those of the days before stay when a clock ran years ahead for a while', () => {
    const ahead = ['20360101T030000000Z', '20360101T020000000Z', '20360101T010000000Z'];
    const real = ['20260510T090000000Z', '20260509T090000000Z'];
    expect(kept(named(...[...ahead, ...real].map((time, index) => [time, `c${index}`] as const)))).toEqual([
      ...ahead,
      ...real,
    ]);
  });

  it('one that was just made stays, whatever the clock says', () => {
    const backups = named(
      ...['2036', '2035', '2034', '2033', '2032', '2031', '2030', '2029'].map(
        (year, index) => [`${year}0101T000000000Z`, `c${index}`] as const,
      ),
      ['20260510T090000000Z', 'new'],
    );
    const mine = backups.at(-1) as BackupFile;
    expect(superfluous(backups, mine.id)).not.toContain(mine);
  });

  it('only the newest of the same content stays', () => {
    expect(
      kept(named(['20260510T100000000Z', 'a'], ['20260510T090000000Z', 'a'], ['20260509T090000000Z', 'b'])),
    ).toEqual(['20260510T100000000Z', '20260509T090000000Z']);
  });
});

describe('the name of a backup', () => {
  it('leads nowhere else', () => {
    for (const id of ['../../x', '20260510T090000000Z-v30-0123456789abcdef/..', ''])
      expect(backupIdSchema.safeParse(id).success).toBe(false);
  });
});

function copyInto(folder: string, backup: BackupFile): string {
  writeFileSync(join(folder, 'venue.sqlite'), readFileSync(backup.path));
  return folder;
}
