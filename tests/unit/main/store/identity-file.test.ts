import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateIdentity } from '@main/bundle/keys';
import {
  createIdentityFile,
  keepIdentityAside,
  readIdentityFile,
  replaceIdentityFile,
  type KeptIdentity,
} from '@main/store/identity-file';
import { identityText } from '../../../support/keys';
import { tempFolder } from '../../../support/temp';

const makeFile = (): KeptIdentity => {
  const { fingerprint, privatePem } = generateIdentity();
  return { kept: 'file', fingerprint, privateKey: privatePem };
};

describe('identity.json', () => {
  it.each(['keychain', 'passphrase', 'file'] as const)('comes back as it was kept: %s', (kept) => {
    const folder = tempFolder();
    expect(readIdentityFile(folder)).toBeNull();
    const file = { ...makeFile(), kept };
    expect(createIdentityFile(folder, file)).toBe(true);
    expect(readIdentityFile(folder)).toEqual(file);
  });

  it('of the first format is still read', () => {
    const folder = tempFolder();
    const { privatePem } = generateIdentity();
    const text = JSON.stringify({ format: 'referee-identity/1', kept: 'file', privateKey: privatePem });
    writeFileSync(join(folder, 'identity.json'), text);
    expect(readIdentityFile(folder)).toEqual({ kept: 'file', fingerprint: null, privateKey: privatePem });
  });

  it('is never made over one that another process made first, and nothing unfinished stays', () => {
    const folder = tempFolder();
    const first = makeFile();
    expect(createIdentityFile(folder, first)).toBe(true);
    expect(createIdentityFile(folder, makeFile())).toBe(false);
    expect(readIdentityFile(folder)).toEqual(first);
    expect(readdirSync(folder)).toEqual(['identity.json']);
  });

  it('is never made over one that cannot be read', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'identity.json'), 'damaged');
    expect(createIdentityFile(folder, makeFile())).toBe(false);
    expect(identityText(folder)).toBe('damaged');
  });

  it.skipIf(process.platform === 'win32')(
    'can be read by this account only, and so can what is kept aside',
    () => {
      const folder = tempFolder();
      const file = makeFile();
      createIdentityFile(folder, file);
      replaceIdentityFile(folder, file);
      const aside = keepIdentityAside(folder, file.fingerprint) ?? '';
      for (const name of ['identity.json', aside]) {
        expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
      }
    },
  );

  it('is kept aside under a name of its own each time', () => {
    const folder = tempFolder();
    expect(keepIdentityAside(folder, null)).toBeNull();
    const file = makeFile();
    createIdentityFile(folder, file);
    const stem = `identity-${file.fingerprint.slice(0, 8)}`;
    expect(keepIdentityAside(folder, file.fingerprint)).toBe(`${stem}.json`);
    const before = readFileSync(join(folder, `${stem}.json`), 'utf8');
    replaceIdentityFile(folder, makeFile());
    expect(keepIdentityAside(folder, file.fingerprint)).toBe(`${stem}-2.json`);
    expect(readFileSync(join(folder, `${stem}.json`), 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'identity.json'))).toBe(true);
  });
});
