import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { FieldId, ReviewId } from '@shared/model/ids';
import { listVersions } from '@main/store/answer-versions';
import { listBackupFiles } from '@main/store/backups';
import { DATABASE_FILE, openDatabase } from '@main/store/database';
import { migrate, NEWEST_VERSION } from '@main/store/migrate';
import type { Migration } from '@main/store/migration';
import { migrations } from '@main/store/migrations';
import { OPENING_LOCK_FILE } from '@main/store/opening-lock';
import { listFiles } from '../../../support/store-state';
import { tempFolder } from '../../../support/temp';

/** The SHA-256 of every migration that was ever merged. Add a line; never change one. */
const MERGED: Readonly<Record<number, string>> = {
  10: 'c5fdaeeb5e7d751e9be3589de5d08e7df1c5e7fc48edb47f84fd290433d7895d',
  20: '4902e209545483819b6f840084ca02aba43eaf5d00a97d05b2342d34d9ad2ee9',
  30: '42939efb43ba1ad28c05b4f0cd5217c7504d93cb67f1ff7f2f45a9e8be174ed2',
  40: '39fd9bd7850dd91afa2b8d50b640e7939a44e6017148c070b97a49df9f072324',
  50: '5ac6f5ec063a277c68123d11f22de176153ddc548e99421ebc08d4fe7c66d3c1',
  63: '851e17035acf05a0a6700a63c08e18aa40cf42407959a4359dd8d5a313542aef',
  64: 'e1367a8dfed6ee74dc756136ef950a770d002d2e0a10125153d608b6959fd56c',
  67: '16405dff129f6daefc6b13b927691facbf0abd95ee252b87635fdd52c83daf90',
  68: '3ed2c1937e8530cfa366458f02c3383c2a619d4ecc0526349bf52d84671d76e1',
  69: '8036336ef1b4720c8747220208e8c5ac5a29de604af28ed7c692d6aba33d74cd',
  70: '3d2ad3bcad5290851711c2e35a0596be6e5f48d4fa6e492336e8a219fa138902',
  80: '6c1809f493ba32d81d1ca6f7867ec951a3df63517c45bb3523cc96e5e8953cc8',
  71: 'af883a92799b696718ae2339bc71ce0f6797dae0bf2e9d61e95845ad1ee51378',
  85: '5364b6c4f7b249f9a959bfbec2a8b37dd1b9f582e7e63b749d28a32d5b3bd9c4',
};

const NOW = '2026-05-10T09:00:00.000Z';

function schemaOf(db: Database.Database): unknown[] {
  return db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();
}

/** A database as an application of that version left it. */
function makeDatabase(folder: string, version: number): Database.Database {
  mkdirSync(folder, { recursive: true });
  const db = new Database(join(folder, DATABASE_FILE));
  migrate(
    db,
    folder,
    NOW,
    migrations.filter((migration) => migration.version <= version),
  );
  return db;
}

describe('migrations', () => {
  it('that were merged are never edited', () => {
    const hashes = migrations.map(({ version, sql }) => [
      version,
      createHash('sha256').update(sql).digest('hex'),
    ]);
    expect(Object.fromEntries(hashes)).toEqual(MERGED);
  });

  it('are numbered upwards', () => {
    const versions = migrations.map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
    expect(NEWEST_VERSION).toBe(versions.at(-1));
  });

  it.each([0, ...migrations.slice(0, -1).map(({ version }) => version)])(
    'bring a store of version %i to the schema of a new one',
    (version) => {
      const folder = tempFolder();
      makeDatabase(folder, version).close();
      const migrated = openDatabase(folder, NOW);
      const fresh = openDatabase(tempFolder(), NOW);
      expect(schemaOf(migrated)).toEqual(schemaOf(fresh));
      expect(migrated.pragma('user_version', { simple: true })).toBe(NEWEST_VERSION);
      expect(migrated.pragma('integrity_check', { simple: true })).toBe('ok');
      migrated.close();
      fresh.close();
    },
  );

  it('take what was written before there was a history as the first version of each answer', () => {
    const folder = tempFolder();
    const old = makeDatabase(folder, 50);
    old.pragma('foreign_keys = OFF');
    old.exec(`INSERT INTO drafts VALUES ('r-1', 12, 'p-1', 1, '2026-05-01T10:00:00.000Z');
      INSERT INTO draft_answers VALUES ('r-1', 'summary', '{"kind":"text","text":"Old."}');`);
    old.close();
    const db = openDatabase(folder, NOW);
    const [version, ...others] = listVersions(db, 'r-1' as ReviewId, 'summary' as FieldId);
    expect(version).toMatchObject({
      since: '2026-05-01T10:00:00.000Z',
      isKept: true,
      answer: { kind: 'text', text: 'Old.' },
    });
    expect(others).toEqual([]);
    db.close();
  });

  it('make every table STRICT', () => {
    const db = openDatabase(tempFolder(), NOW);
    const loose = db.prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0`).all();
    db.close();
    expect(loose).toEqual([{ name: 'sqlite_schema' }]);
  });
});

describe('putting revisions in order', () => {
  it('loses no revision and nothing that refers to one', () => {
    const folder = tempFolder();
    const old = makeDatabase(folder, 30);
    old.exec(`
      INSERT INTO papers (number, title, abstract, pdf_sha256, pdf_size_bytes) VALUES (7, 'T', 'A', 'f', 1);
      INSERT INTO people (id, name, email, is_reviewer, is_chair, is_organizer) VALUES ('p', 'P', 'p@x.org', 1, 0, 0);
      INSERT INTO revisions VALUES ('h2', 'r', 7, 'p', '{}', '["h1","h2"]', '2026-05-02');
      INSERT INTO revisions VALUES ('h1', 'r', 7, 'p', '{}', '["h1"]', '2026-05-01');
      INSERT INTO bundles_out VALUES ('b', 'review', 'chairs', 1, 'c', '2026-05-02', NULL);
      INSERT INTO bundle_out_revisions (bundle, revision) VALUES ('b', 'h2');
      INSERT INTO unseen_revisions (review, revision) VALUES ('r', 'h1');
    `);
    const all = (db: Database.Database): unknown[] =>
      ['revisions ORDER BY hash', 'bundle_out_revisions', 'unseen_revisions'].map((table) =>
        db.prepare(`SELECT * FROM ${table}`).all(),
      );
    const before = all(old);
    old.close();
    const db = openDatabase(folder, NOW);
    expect(all(db)).toEqual(before);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(() => db.exec(`INSERT INTO unseen_revisions VALUES ('r', 'h9')`)).toThrow('FOREIGN KEY');
    db.close();
  });
});

describe('a step to a newer version', () => {
  const more: Migration = {
    version: 20_000,
    sql: 'CREATE TABLE more (x INTEGER) STRICT; INSERT INTO more VALUES (1);',
  };
  const broken: Migration = { version: 20_010, sql: 'CREATE TABLE half (x INTEGER) STRICT; NONSENSE;' };

  it('copies the database first, whole, as it was', () => {
    const folder = tempFolder();
    const db = openDatabase(folder, NOW);
    db.prepare(`INSERT INTO facts VALUES ('self', 'somebody')`).run();
    migrate(db, folder, NOW, [...migrations, more]);
    const [backup] = listBackupFiles(folder);
    expect(backup).toMatchObject({ madeAt: NOW, version: NEWEST_VERSION });
    const copy = new Database(String(backup?.path), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(NEWEST_VERSION);
    expect(copy.prepare('SELECT * FROM facts').all()).toEqual([{ name: 'self', value: 'somebody' }]);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.close();
    expect(db.prepare('SELECT x FROM more').all()).toEqual([{ x: 1 }]);
    db.close();
  });

  it('is undone whole when it fails, and those before it stay', () => {
    const folder = tempFolder();
    const db = openDatabase(folder, NOW);
    expect(() => migrate(db, folder, NOW, [...migrations, more, broken])).toThrow('NONSENSE');
    expect(db.pragma('user_version', { simple: true })).toBe(20_000);
    expect(schemaOf(db)).not.toContainEqual(expect.objectContaining({ name: 'half' }));
    expect(db.prepare('SELECT x FROM more').all()).toEqual([{ x: 1 }]);
    db.close();
  });

  it('is not taken without a copy: the database stays as it was', () => {
    const folder = tempFolder();
    const db = openDatabase(folder, NOW);
    writeFileSync(join(folder, 'backups'), 'no folder');
    expect(() => migrate(db, folder, NOW, [...migrations, more])).toThrow(/EEXIST|ENOTDIR/);
    expect(db.pragma('user_version', { simple: true })).toBe(NEWEST_VERSION);
    db.close();
  });
});

describe('a store of a newer application', () => {
  it.each(['wal', 'delete'])('is refused and left as it was, byte for byte (journal mode %s)', (mode) => {
    const folder = tempFolder();
    const db = makeDatabase(folder, NEWEST_VERSION);
    db.pragma(`journal_mode = ${mode}`);
    db.pragma(`user_version = ${NEWEST_VERSION + 10}`);
    db.close();
    const before = listFiles(folder);
    expect(() => openDatabase(folder, NOW)).toThrow(expect.objectContaining({ code: 'STORE_NEWER' }));
    expect(listFiles(folder)).toEqual(before);
    expect(readdirSync(folder).filter((name) => name !== OPENING_LOCK_FILE)).toEqual([DATABASE_FILE]);
  });
});
