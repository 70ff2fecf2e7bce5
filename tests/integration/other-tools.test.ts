import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeScene } from '../support/scene';
import { tempFolder } from '../support/temp';

/** Runs a program that everybody has and answers what it said. A missing program is a failure, not a skip. */
function run(program: string, args: readonly string[], cwd?: string): string {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Unpacks a bundle with `unzip` and answers its only folder. */
function unpack(bundle: string): string {
  const folder = tempFolder();
  run('unzip', ['-q', bundle, '-d', folder]);
  const [base, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  return join(folder, base as string);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Reads a manifest as RFC 8493 section 2.1.3 has it: digest, blanks, path; any order. */
function readManifest(folder: string, name: string): Map<string, string> {
  const lines = readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const match = /^([0-9a-fA-F]{64})[ \t]+(\S.*)$/.exec(line);
      if (match?.[1] === undefined || match[2] === undefined) throw new Error(`not a manifest line: ${line}`);
      return [match[2], match[1].toLowerCase()];
    }),
  );
}

/** What is wrong with a folder as a BagIt 1.0 bag, by RFC 8493 sections 2 and 3; nothing when it is complete and valid. */
function bagProblems(folder: string): string[] {
  const problems: string[] = [];
  const files = listFiles(folder);
  const bagit = readFileSync(join(folder, 'bagit.txt'));
  if (!/^BagIt-Version: 1\.0\nTag-File-Character-Encoding: UTF-8\n$/.test(bagit.toString()))
    problems.push('bagit.txt');
  if (!statSync(join(folder, 'data')).isDirectory()) problems.push('no payload folder');
  if (files.includes('fetch.txt')) problems.push('fetch.txt');
  const payload = files.filter((file) => file.startsWith('data/'));
  const manifest = readManifest(folder, 'manifest-sha256.txt');
  if (payload.join() !== [...manifest.keys()].toSorted().join())
    problems.push('the manifest is not the payload');
  const tags = readManifest(folder, 'tagmanifest-sha256.txt');
  for (const name of ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt']) {
    if (!tags.has(name)) problems.push(`the tag manifest lacks ${name}`);
  }
  if ([...tags.keys()].some((name) => name.startsWith('data/') || name.startsWith('tagmanifest-')))
    problems.push('tag manifest');
  for (const [name, digest] of [...manifest, ...tags]) {
    if (!files.includes(name)) problems.push(`${name} is not there`);
    else if (
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex') !== digest
    )
      problems.push(name);
  }
  const info = readFileSync(join(folder, 'bag-info.txt'), 'utf8');
  if (
    !info
      .split('\n')
      .slice(0, -1)
      .every((line) => /^[^:\s][^:]*: \S/.test(line))
  )
    problems.push('bag-info.txt');
  const octets = payload.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  if (!info.includes(`Payload-Oxum: ${octets}.${payload.length}\n`)) problems.push('Payload-Oxum');
  return problems;
}

const verifySignature = [
  'pkeyutl',
  '-verify',
  '-pubin',
  '-inkey',
  'signer.pem',
  '-rawin',
  '-in',
  'tagmanifest-sha256.txt',
  '-sigfile',
  'tagmanifest-sha256.txt.sig',
];

describe.each(['assignment', 'review'] as const)('an exported %s bundle, in the eyes of', (kind) => {
  it('unzip: whole', () => {
    expect(run('unzip', ['-t', makeScene()[kind]])).toContain('No errors detected');
  });

  it('sha256sum: every payload and tag file is as listed', () => {
    const folder = unpack(makeScene()[kind]);
    expect(run('sha256sum', ['-c', '--strict', 'manifest-sha256.txt'], folder)).not.toContain('FAILED');
    expect(run('sha256sum', ['-c', '--strict', 'tagmanifest-sha256.txt'], folder)).toContain(
      'signer.pem: OK',
    );
  });

  it('openssl: signed by the key in it', () => {
    expect(run('openssl', verifySignature, unpack(makeScene()[kind]))).toContain(
      'Signature Verified Successfully',
    );
  });

  it('RFC 8493: a complete and valid bag', () => {
    expect(bagProblems(unpack(makeScene()[kind]))).toEqual([]);
  });

  it('Python: a ZIP without errors, plain files only', () => {
    const script = `
import sys, zipfile, stat
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
assert all(stat.S_IFMT(i.external_attr >> 16) == stat.S_IFREG for i in z.infolist())
print(len(z.namelist()))`;
    expect(Number(run('python3', ['-c', script, makeScene()[kind]]))).toBe(
      listFiles(unpack(makeScene()[kind])).length,
    );
  });
});

describe('other people’s tools', () => {
  it('say so when a bundle was changed: the tests above can fail', () => {
    const folder = unpack(makeScene().review);
    const sed = (pattern: string, file: string): string => run('sed', ['-i', pattern, file], folder);
    sed('s/careful/CAREFUL/', listFiles(folder).find((file) => file.startsWith('data/reviews/')) as string);
    expect(bagProblems(folder)).toHaveLength(1);
    expect(() => run('sha256sum', ['-c', 'manifest-sha256.txt'], folder)).toThrow();
    sed('1s/^./0/', 'tagmanifest-sha256.txt');
    expect(() => run('openssl', verifySignature, folder)).toThrow();
  });
});
