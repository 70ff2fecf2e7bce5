import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../support/built';
import { listFiles } from '../support/store-state';
import { tempFolder } from '../support/temp';

/** Every call of the system that can make, change or take away a file, and those that open one. */
const CALLS = [
  'open,openat,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat',
  'symlink,symlinkat,truncate,ftruncate,fallocate,chmod,fchmod,fchmodat,chown,fchown,fchownat,utime,utimensat',
  'setxattr,lsetxattr,fsetxattr',
].join(',');

/** An open that only reads. */
const READS = /^\S+\s+(?:open|openat)\([^)]*O_RDONLY(?![^)]*(?:O_CREAT|O_TRUNC|O_TMPFILE))/;
/** What the runtime itself may open to write: no file of anybody's. */
const DEVICE = /"\/dev\/(?:null|tty|pts\/\d+|urandom)"/;

const CONFORMANCE = resolve('tests/conformance/bundle-v1');
const good = join(CONFORMANCE, 'good', 'consolidation.referee');
const review = join(CONFORMANCE, 'good', 'review.referee');
const bad = join(CONFORMANCE, 'bad', 'bag-payload-forged.referee');
const sealed = join(CONFORMANCE, 'good', 'review.referee.age');
const key = join(CONFORMANCE, 'reviewer.key.txt');

beforeAll(ensureBuilt);

/** Runs a command of the built application under strace: its exit status and every call that writes. */
function writesOf(args: readonly string[]): {
  status: number | null;
  out: string;
  calls: readonly string[];
  made: readonly string[];
} {
  const folder = tempFolder();
  const log = join(folder, 'calls');
  const own = join(folder, 'own');
  for (const name of ['home', 'tmp', 'cwd']) mkdirSync(join(own, name), { recursive: true });
  const { status, stdout } = spawnSync(
    'strace',
    [
      '-f',
      '-qq',
      '-e',
      `trace=${CALLS}`,
      '-e',
      'signal=none',
      '-o',
      log,
      process.execPath,
      resolve('out/main/cli.js'),
      ...args,
    ],
    {
      encoding: 'utf8',
      cwd: join(own, 'cwd'),
      env: { PATH: process.env['PATH'], HOME: join(own, 'home'), TMPDIR: join(own, 'tmp') },
    },
  );
  const lines = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const calls = lines.filter((line) => !READS.test(line) && !DEVICE.test(line) && !/= -1 E/.test(line));
  return { status, out: stdout, calls, made: Object.keys(listFiles(own)) };
}

describe.skipIf(process.platform !== 'linux')('verifying a bundle', () => {
  it.each([
    ['a good one', 0, ['bundle', 'verify', good]],
    ['a forged one', 1, ['bundle', 'verify', bad]],
    ['an encrypted one', 0, ['bundle', 'verify', '--key', key, sealed]],
    ['a folder of all kinds of bad ones', 1, ['bundle', 'verify', '--json', join(CONFORMANCE, 'bad')]],
    ['a good one in full', 0, ['bundle', 'inspect', good]],
  ] as const)('makes, changes and removes no file: %s', { timeout: 60_000 }, (_what, status, args) => {
    const ran = writesOf(args);
    expect(ran.calls).toEqual([]);
    expect(ran.made).toEqual([]);
    expect(ran.status).toBe(status);
  });

  it('changes nothing of the store that judges the signer', { timeout: 60_000 }, () => {
    const store = join(tempFolder(), 'store');
    const assignment = join(CONFORMANCE, 'good', 'assignment-with-keys.referee');
    expect(writesOf(['bundle', 'import', assignment, '--store', store]).status).toBe(0);
    const before = listFiles(store);
    const ran = writesOf(['bundle', 'verify', review, sealed, '--store', store]);
    expect(ran.calls).toEqual([]);
    expect(listFiles(store)).toEqual(before);
    expect(ran.out.match(/: OK: /g)).toHaveLength(2);
  });

  it('would be seen if it wrote: importing is', { timeout: 60_000 }, () => {
    const store = join(tempFolder(), 'store');
    const assignment = join(CONFORMANCE, 'good', 'assignment-with-keys.referee');
    expect(writesOf(['bundle', 'import', assignment, '--store', store]).calls.length).toBeGreaterThan(10);
  });
});
