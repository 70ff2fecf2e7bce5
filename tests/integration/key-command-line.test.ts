import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, referee, type Ended } from '../support/built';
import { identityText } from '../support/keys';
import { tempFolder } from '../support/temp';
import { writeVenueFiles } from '../support/venue-files';

const PATIENCE = { timeout: 120_000 };

beforeAll(ensureBuilt, 120_000);

/** A computer with two passphrase files, and a way to run commands on its store. */
function makeComputer(): {
  readonly folder: string;
  readonly store: string;
  readonly passphrase: string;
  readonly other: string;
  run(...args: readonly string[]): Ended;
  done(...args: readonly string[]): string;
} {
  const folder = tempFolder();
  const store = join(folder, 'store');
  const [passphrase, other] = ['passphrase', 'other'].map((name) => join(folder, `${name}.txt`)) as [
    string,
    string,
  ];
  writeFileSync(passphrase, 'tidal marsh 7\n');
  writeFileSync(other, 'another one\r\n');
  const run = (...args: readonly string[]): Ended => referee([...args, '--store', store]);
  return {
    folder,
    store,
    passphrase,
    other,
    run,
    done: (...args) => {
      const { status, out, err } = run(...args);
      expect({ args, status, err }).toEqual({ args, status: 0, err: '' });
      return out;
    },
  };
}

/** What sets a small venue up and writes its bundles: the first thing that an organizer signs. */
function signing(folder: string): string[] {
  const { papersPath, pdfFolder, assignmentsPath } = writeVenueFiles(folder);
  const tables = ['--papers', papersPath, '--pdfs', pdfFolder, '--assignments', assignmentsPath];
  return [
    'assignment',
    'export',
    '--out',
    join(folder, 'out'),
    ...tables,
    '--organizer',
    'Olga <olga@example.org>',
  ];
}

describe('the command line and the signing key', () => {
  it('keeps the key in a file unless it is told otherwise, and never asks', PATIENCE, () => {
    const { folder, store, done } = makeComputer();
    expect(done('key', 'show')).toMatch(/^No signing key yet/);
    expect(existsSync(store)).toBe(false);
    done(...signing(folder));
    expect(done('key', 'show')).toMatch(
      /^read aloud +(?:\d{5} ){7}\d{5}\nfingerprint +[0-9a-f]{64}\nkept +in a file that only this account can read\n$/,
    );
  });

  it('protects a new key with the passphrase that it is given, and signs with it later', PATIENCE, () => {
    const { folder, store, passphrase, other, run, done } = makeComputer();
    done(...signing(folder), '--passphrase-file', passphrase);
    expect(identityText(store)).toContain('BEGIN AGE ENCRYPTED FILE');
    const again = ['assignment', 'export', '--out', join(folder, 'again')];

    const locked = run(...again);
    expect(locked.status).toBe(1);
    expect(locked.err).toMatch(/--passphrase-file .*REFEREE_PASSPHRASE_FILE/);
    expect(run(...again, '--json').out).toContain('"KEY_LOCKED"');
    expect(existsSync(join(folder, 'again')) ? readdirSync(join(folder, 'again')) : []).toEqual([]);
    expect(run(...again, '--passphrase-file', other).err).toContain('does not open your signing key');
    expect(run(...again, '--passphrase-file', join(folder, 'none.txt')).err).toContain(
      'none.txt cannot be read',
    );

    done(...again, '--passphrase-file', passphrase);
    const byVariable = referee([...again, '--store', store], { REFEREE_PASSPHRASE_FILE: passphrase });
    expect(byVariable).toMatchObject({ status: 0, err: '' });
  });

  it('changes how a key is kept and never which key it is', PATIENCE, () => {
    const { store, passphrase, other, run, done } = makeComputer();
    const show = (...more: string[]): Record<string, unknown> =>
      JSON.parse(done('key', 'show', '--json', ...more)) as Record<string, unknown>;
    done('key', 'protect', '--in-file');
    const { fingerprint } = show();
    done('key', 'protect', '--new-passphrase-file', passphrase);
    expect(show()).toMatchObject({ state: 'locked', keeping: 'passphrase', fingerprint });
    done('key', 'protect', '--new-passphrase-file', other, '--passphrase-file', passphrase);
    expect(show('--passphrase-file', other)).toMatchObject({ state: 'ready', fingerprint });
    done('key', 'protect', '--in-file', '--passphrase-file', other);
    expect(show()).toMatchObject({ state: 'ready', keeping: 'file', fingerprint });
    const before = identityText(store);
    expect(run('key', 'protect').status).toBe(2);
    expect(run('key', 'protect', '--in-file', '--new-passphrase-file', other).status).toBe(2);
    expect(identityText(store)).toBe(before);
  });

  it(
    'moves a key to a second computer, and does not replace one that has signed there unasked',
    PATIENCE,
    () => {
      const first = makeComputer();
      first.done(...signing(first.folder));
      const backup = join(first.folder, 'referee-key.age');
      const withPassphrase = ['--backup-passphrase-file', first.passphrase];
      first.done('key', 'back-up', '--out', backup, ...withPassphrase);
      expect(first.run('key', 'back-up', '--out', backup, ...withPassphrase).err).toContain('exists already');

      const second = makeComputer();
      second.done(...signing(second.folder));
      const refused = second.run('key', 'restore', backup, ...withPassphrase);
      expect(refused.status).toBe(1);
      expect(refused.err).toContain('Olga for Sim2Science 2026');
      expect(second.done('key', 'restore', backup, ...withPassphrase, '--replace')).toMatch(
        /the key before it: identity-[0-9a-f]{8}\.json/,
      );
      expect(second.done('key', 'show')).toBe(first.done('key', 'show'));

      const third = makeComputer();
      third.done('key', 'restore', backup, ...withPassphrase, '--protect');
      expect(third.done('key', 'show')).toMatch(/kept +sealed by a passphrase\nstate +locked/);
      const wrong = third.run('key', 'restore', backup, '--backup-passphrase-file', third.other);
      expect(wrong).toMatchObject({ status: 1, err: expect.stringContaining('does not open') as string });
    },
  );

  it('writes a backup that the age program opens, and reads one that it wrote', PATIENCE, () => {
    const { folder, store, passphrase, done, run } = makeComputer();
    const backup = join(folder, 'referee-key.age');
    done('key', 'protect', '--in-file');
    done('key', 'back-up', '--out', backup, '--backup-passphrase-file', passphrase);
    const plain = runAge(['-d', backup], ['tidal marsh 7']);
    const held = JSON.parse(plain) as Record<string, string>;
    expect(held).toEqual({
      format: 'referee-key-backup/1',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      made: expect.stringMatching(/^2026-05-10T09:00:/) as string,
      privateKey: (JSON.parse(identityText(store)) as { privateKey: string }).privateKey,
    });
    const pem = join(folder, 'key.pem');
    writeFileSync(pem, held['privateKey'] ?? '');
    const der = execFileSync('openssl', ['pkey', '-in', pem, '-pubout', '-outform', 'DER']);
    const sha256 = execFileSync('sha256sum', { input: der, encoding: 'utf8' }).slice(0, 64);
    expect(sha256).toBe(held['fingerprint']);

    const source = join(folder, 'plain.json');
    const theirs = join(folder, 'theirs.age');
    writeFileSync(source, plain);
    runAge(['-p', '-o', theirs, source], ['moor heath 8', 'moor heath 8']);
    writeFileSync(join(folder, 'moor.txt'), 'moor heath 8');
    expect(run('key', 'restore', theirs, '--backup-passphrase-file', join(folder, 'moor.txt'))).toMatchObject(
      { status: 0, err: '' },
    );
    expect(readFileSync(theirs, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  });
});

/** Runs Debian's `age`, which asks for a passphrase on a terminal only; answers what it wrote to its output. */
function runAge(args: readonly string[], answers: readonly string[]): string {
  const out = join(tempFolder(), 'out');
  const script = `
import os, pty, sys
out, count = sys.argv[1], int(sys.argv[2])
answers, args = sys.argv[3:3 + count], sys.argv[3 + count:]
pid, terminal = pty.fork()
if pid == 0:
    os.dup2(os.open(out, os.O_CREAT | os.O_WRONLY, 0o600), 1)
    os.execvp('age', ['age', *args])
heard = b''
for answer in answers:
    while not heard.rstrip().endswith(b':'):
        heard += os.read(terminal, 1024)
    heard = b''
    os.write(terminal, answer.encode() + b'\\n')
try:
    while os.read(terminal, 1024): pass
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;
  execFileSync('python3', ['-c', script, out, String(answers.length), ...answers, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 60_000,
  });
  return readFileSync(out, 'utf8');
}
