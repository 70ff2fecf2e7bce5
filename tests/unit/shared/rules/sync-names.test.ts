import { describe, expect, it } from 'vitest';
import { isToolsFolder, judgeSyncedName } from '@shared/rules/sync-names';

describe('names in a shared folder', () => {
  it.each([
    'ada.referee',
    'sim2science-2026-reviews-ada-lindqvist.referee',
    'ada.referee.age',
    'ADA.REFEREE',
    'ada (1).referee',
    'conflicts of interest.referee',
    'review of conflict-free types.referee',
    'my part.referee',
  ])('take %s for a bundle', (name) => {
    expect(judgeSyncedName(name)).toEqual({ kind: 'bundle' });
  });

  it.each([
    ['.syncthing.ada.referee.tmp', 'Syncthing'],
    ['~syncthing~ada.referee.tmp', 'Syncthing'],
    ['.syncthing.ada.referee.age.tmp', 'Syncthing'],
    ['.ada.referee.~5f3a9c', 'Nextcloud or ownCloud'],
    ['ada.referee.part', 'a transfer'],
    ['ada.referee.ocTransferId1234567.part', 'a transfer'],
    ['ada.referee.filepart', 'a transfer'],
    ['ada.referee.crdownload', 'a download'],
    ['ada.referee.age.download', 'a download'],
    ['.ada.referee.Xy12Ab', 'rsync'],
    ['ada.referee.tmp', 'a transfer'],
    ['~$ada.referee', 'a program that has it open'],
    ['.referee-unfinished-4711-5c9d0c1e-0000-4000-8000-000000000000', 'Referee'],
  ])('know that %s is on its way (%s)', (name, tool) => {
    expect(judgeSyncedName(name)).toEqual({ kind: 'unfinished', tool });
  });

  it.each([
    'ada.sync-conflict-20260510-101112-ABCDEFG.referee',
    'ada.sync-conflict-20260510-101112-ABCDEFG.referee.age',
    'ada (conflicted copy 2026-05-10 101112).referee',
    "ada (Bo's conflicted copy 2026-05-10).referee",
    'ada (BOS-LAPTOP’s conflicted copy 2026-05-10).referee',
    'ada (conflict bo 2026-05-10-101112).referee',
    'ada_conflict-20260510-101112.referee',
    'ada (Case Conflict).referee',
    'ada (Unicode Encoding Conflict).referee',
    'ada[Conflict].referee',
  ])('know that %s is a copy because of a conflict', (name) => {
    expect(judgeSyncedName(name).kind).toBe('conflict');
  });

  it.each([
    '.nextcloudsync.log',
    '._sync_0123abcd.db',
    '.sync_0123abcd.db-wal',
    '._ada.referee',
    '.DS_Store',
    'desktop.ini',
    'notes.txt',
    'paper.pdf',
    'paper.pdf.part',
    'ada.referee.txt',
    'ada.refereed',
    'notes (conflicted copy 2026-05-10).txt',
  ])('leave %s alone', (name) => {
    expect(judgeSyncedName(name)).toEqual({ kind: 'other' });
  });

  it('leave the tools’ own folders alone', () => {
    for (const name of [
      '.stfolder',
      '.stversions',
      '.sync',
      '@eaDir',
      '$RECYCLE.BIN',
      'System Volume Information',
    ])
      expect(isToolsFolder(name)).toBe(true);
    for (const name of ['ada', 'from ada', 'stversions']) expect(isToolsFolder(name)).toBe(false);
  });
});
