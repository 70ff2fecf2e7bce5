import { constants } from 'node:os';
import { describe, expect, it } from 'vitest';
import { toReport } from '@main/services/error-report';
import { unwritable } from '@main/services/unwritable';

/** What Node throws when a write meets a quota that is used up: its libuv knows no EDQUOT. */
const overQuota = Object.assign(new Error('UNKNOWN: unknown error, write'), {
  code: 'UNKNOWN',
  errno: -constants.errno.EDQUOT,
});

describe('a quota that is used up', () => {
  it('is told as a full disk when something is saved, not as a fault of the application', () => {
    expect(toReport(overQuota)).toMatchObject({ code: 'DISK_FULL' });
  });

  it('is told with the room that a file needs, and not with what the disk has, which the quota does not give', () => {
    expect(unwritable(overQuota, '/media/stick/a.referee', 1_300_000)).toMatchObject({
      code: 'DISK_FULL',
      message:
        'There is no room to write /media/stick/a.referee: it needs 1.3 MB. Free some space or choose another place.',
    });
  });

  it('is not what every error is that has no name', () => {
    const unnamed = Object.assign(new Error('UNKNOWN: unknown error, write'), {
      code: 'UNKNOWN',
      errno: -4094,
    });
    expect(toReport(unnamed)).toMatchObject({ code: 'INTERNAL' });
  });
});

describe('a folder that cannot be made on a disk that takes no changes', () => {
  it('is told as a disk that refuses, though Node says that something is not there', () => {
    const refused = Object.assign(new Error("ENOENT: no such file or directory, mkdir '/stick/new/data'"), {
      code: 'ENOENT',
      errno: -constants.errno.ENOENT,
      syscall: 'mkdir',
    });
    expect(toReport(refused)).toMatchObject({ code: 'FILE_UNWRITABLE' });
  });
});
