import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAgeIdentity, type AgeIdentity } from '@main/bundle/age/age-keys';
import { prepareCipher } from '@main/bundle/age/cipher';
import { openWithPassphrase, sealWithPassphrase } from '@main/bundle/age/passphrase';
import { CHUNK_BYTES } from '@main/bundle/age/payload-chunks';
import { decrypt, encrypt, makeAgeIdentity } from '../support/age-files';
import { tempFolder } from '../support/temp';

/** Answers a passphrase to a program that asks for it on its terminal, as often as it asks. */
const ASKED = `
import os, pty, sys
pid, fd = pty.fork()
if pid == 0: os.execvp(sys.argv[2], sys.argv[2:])
said = b''
try:
    while True:
        part = os.read(fd, 4096)
        if not part: break
        said += part
        if b'passphrase' in said and said.rstrip().endswith(b':'):
            said = b''
            os.write(fd, sys.argv[1].encode() + b'\\n')
except OSError: pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

const PASSPHRASE = 'tidal marsh 7';

beforeAll(prepareCipher);

/** A person as `age-keygen` makes one, with the file that it writes. */
function makePerson(
  folder: string,
  name: string,
): { readonly identity: AgeIdentity; readonly keyFile: string } {
  const keyFile = join(folder, `${name}.txt`);
  execFileSync('age-keygen', ['-o', keyFile], { stdio: 'pipe' });
  const secretKey = /^AGE-SECRET-KEY-.+$/m.exec(readFileSync(keyFile, 'utf8'))?.[0] ?? '';
  return { identity: parseAgeIdentity(secretKey), keyFile };
}

describe('the age program', () => {
  const lengths = [0, 1, CHUNK_BYTES, 2 * CHUNK_BYTES, CHUNK_BYTES + 1, 10_000_000];

  it.each(lengths)('opens for each recipient what we encrypt: %d bytes', (length) => {
    const folder = tempFolder();
    const [ada, ben] = [makePerson(folder, 'ada'), makePerson(folder, 'ben')];
    const plain = randomBytes(length);
    const file = join(folder, 'ours.age');
    writeFileSync(file, encrypt(plain, ada.identity, makeAgeIdentity(), ben.identity));
    for (const { keyFile } of [ada, ben]) {
      // To its output: 0 bytes do not make it write a file.
      const opened = execFileSync('age', ['--decrypt', '-i', keyFile, file], { maxBuffer: 1 << 24 });
      expect(opened.equals(plain)).toBe(true);
    }
  });

  it.each(lengths)('encrypts what each recipient here opens, binary and as text: %d bytes', (length) => {
    const folder = tempFolder();
    const [ada, ben] = [makePerson(folder, 'ada').identity, makePerson(folder, 'ben').identity];
    const plain = randomBytes(length);
    writeFileSync(join(folder, 'plain'), plain);
    for (const form of [[], ['--armor']]) {
      const file = join(folder, `theirs${form.length}.age`);
      const recipients = ['-r', ada.recipient, '-r', ben.recipient];
      execFileSync('age', [...form, ...recipients, '-o', file, join(folder, 'plain')], { stdio: 'pipe' });
      for (const person of [ada, ben]) expect(decrypt(readFileSync(file), [person]).equals(plain)).toBe(true);
    }
  });

  it('has the same recipient for a key as we do', () => {
    const folder = tempFolder();
    const { secretKey, recipient } = makeAgeIdentity();
    writeFileSync(join(folder, 'key'), `${secretKey}\n`);
    expect(execFileSync('age-keygen', ['-y', join(folder, 'key')], { encoding: 'utf8' }).trim()).toBe(
      recipient,
    );
  });

  it('opens what we seal with a passphrase, and we what it seals', () => {
    const folder = tempFolder();
    const at = (name: string): string => join(folder, name);
    const ask = (...args: readonly string[]): void => {
      execFileSync('python3', ['-c', ASKED, PASSPHRASE, 'age', ...args], { stdio: 'pipe' });
    };
    writeFileSync(at('ours'), sealWithPassphrase('a secret', PASSPHRASE));
    ask('--decrypt', '-o', at('opened'), at('ours'));
    expect(readFileSync(at('opened'), 'utf8')).toBe('a secret');
    ask('--passphrase', '--armor', '-o', at('theirs'), at('opened'));
    expect(openWithPassphrase(readFileSync(at('theirs'), 'utf8'), PASSPHRASE)).toBe('a secret');
  });
});
