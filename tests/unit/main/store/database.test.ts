import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toReport } from '@main/services/error-report';
import { change, DATABASE_FILE, openDatabase, selectAll, transact } from '@main/store/database';
import { importAll, makeMachine, SIM2SCIENCE } from '../../../support/machine';
import { makeScene } from '../../../support/scene';
import { tempFolder } from '../../../support/temp';

const NOW = '2026-05-10T09:00:00.000Z';

describe('a venue’s database', () => {
  it('is opened so that what was committed survives a pulled plug', () => {
    const db = openDatabase(tempFolder(), NOW);
    const read = (name: string): unknown => db.pragma(name, { simple: true });
    const FULL = 2;
    expect([read('journal_mode'), read('synchronous'), read('foreign_keys')]).toEqual(['wal', FULL, 1]);
    db.close();
  });

  it('commits a transaction whole or not at all', () => {
    const db = openDatabase(tempFolder(), NOW);
    const insert = (name: string): number => change(db, 'INSERT INTO facts VALUES (?, ?)', name, 'x');
    expect(() =>
      transact(db, () => {
        insert('a');
        insert('a');
      }),
    ).toThrow('UNIQUE');
    expect(selectAll(db, 'SELECT * FROM facts')).toEqual([]);
    transact(db, () => insert('a'));
    expect(selectAll(db, 'SELECT * FROM facts')).toHaveLength(1);
    db.close();
  });

  it('refuses a row that refers to nothing', () => {
    const db = openDatabase(tempFolder(), NOW);
    expect(() => change(db, `INSERT INTO assignments VALUES (7, 'p-1', 'reviewer', NULL, 1, '')`)).toThrow(
      'FOREIGN KEY',
    );
    db.close();
  });

  it.each([
    ['bytes of something else', Buffer.alloc(8192, 'not a database ')],
    ['a beginning without the rest', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(100)])],
  ])('that holds %s is called damaged and left as it is', (_what, bytes) => {
    const folder = tempFolder();
    writeFileSync(join(folder, DATABASE_FILE), bytes);
    let code = 'opened';
    try {
      openDatabase(folder, NOW).close();
    } catch (error) {
      code = toReport(error).code;
    }
    expect(code).toBe('STORE_DAMAGED');
  });

  it('holds together after a round trip: every reference is met', () => {
    const { organizer, ada, review } = makeScene();
    importAll(organizer, review);
    for (const { deps } of [organizer, ada]) {
      const { db } = deps.stores.open(SIM2SCIENCE);
      expect(db.pragma('foreign_key_check')).toEqual([]);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    }
  });

  it('is read by a second connection while the first writes', () => {
    const { ada } = makeScene();
    const other = makeMachine(ada.folder, ada.identity);
    const { db } = ada.deps.stores.open(SIM2SCIENCE);
    transact(db, () => {
      change(db, `UPDATE drafts SET changed_at = '2026-05-11T00:00:00.000Z'`);
      const rows = selectAll<{ changed_at: string }>(
        other.deps.stores.open(SIM2SCIENCE).db,
        'SELECT changed_at FROM drafts',
      );
      expect(rows[0]?.changed_at).toBe(NOW);
    });
  });
});
