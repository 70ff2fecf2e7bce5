import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { AppError } from '@shared/contract/errors';
import { prepareCipher } from '@main/bundle/age/cipher';
import { quiet } from '@main/services/deps';
import { inspectBundle } from '@main/services/inspect-bundle';
import type { Verdict } from '../conformance/make/conformance';
import { makeMachine, type Machine } from '../support/machine';
import { listFiles } from '../support/store-state';

const FOLDER = resolve('tests/conformance/bundle-v1');
const verdicts = JSON.parse(readFileSync(join(FOLDER, 'verdicts.json'), 'utf8')) as readonly Verdict[];

beforeAll(prepareCipher);

/** What the application says of a file where no store knows anything. */
function verdictOf(machine: Machine, { file, key }: Verdict): string {
  const keyPath = key === undefined ? null : join(FOLDER, key);
  try {
    inspectBundle(machine.deps, { path: join(FOLDER, file), keyPath }, quiet);
    return 'ok';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

describe('the conformance folder of format 1', () => {
  it('is what its script makes, byte for byte, in any time zone', async () => {
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    const { conformanceFiles } = await import('../conformance/make/conformance');
    const made = new Map([...conformanceFiles()].map(([name, bytes]) => [name, bytes.toString('base64')]));
    vi.unstubAllEnvs();
    const committed = Object.keys(listFiles(FOLDER)).map((name) => name.slice(1));
    expect(committed.filter((name) => name !== 'README.md').toSorted()).toEqual([...made.keys()].toSorted());
    const differing = [...made].filter(
      ([name, bytes]) => readFileSync(join(FOLDER, name)).toString('base64') !== bytes,
    );
    expect(differing.map(([name]) => name)).toEqual([]);
  });

  it('gets each verdict from this application, which writes nothing to reach it', () => {
    const machine = makeMachine();
    const before = listFiles(machine.folder);
    const wrong = verdicts
      .map((one) => ({ file: one.file, expected: one.verdict, said: verdictOf(machine, one) }))
      .filter(({ expected, said }) => expected !== said);
    expect(wrong).toEqual([]);
    expect(listFiles(machine.folder)).toEqual(before);
  });

  it('has a case for every rule that its README lists, lists every rule of a case, and stays small', () => {
    const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    const listed = [...readme.slice(readme.indexOf('## The rules')).matchAll(/^\| `([a-z0-9.-]+)` /gm)].map(
      ([, rule]) => rule,
    );
    expect(listed.toSorted()).toEqual([...new Set(verdicts.map(({ rule }) => rule))].toSorted());
    expect(verdicts).toHaveLength(new Set(verdicts.map(({ file }) => file)).size);
    const bytes = ['good', 'bad'].flatMap((folder) =>
      readdirSync(join(FOLDER, folder)).map((name) => readFileSync(join(FOLDER, folder, name)).length),
    );
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2 << 20);
  });
});
