import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ageCases, KEY_FILE, keyFile } from './age-cases';
import { archiveCases } from './archive-cases';
import { bagCases } from './bag-cases';
import { golden, originals, type Case } from './material';
import { payloadCases } from './payload-cases';

/** What `verdicts.json` says of one file. */
export interface Verdict {
  readonly file: string;
  readonly verdict: Case['verdict'];
  readonly rule: string;
  readonly why: string;
  readonly key?: string;
}

function goodCases(): readonly Case[] {
  const golds = Object.values(originals).map(([name]) => name);
  return [...golds, 'assignment.referee'].map((name) => ({
    file: `good/${name}`,
    rule: 'golden',
    verdict: 'ok',
    why: 'as Referee writes it',
    bytes: golden(name),
  }));
}

/** All cases, by file. The same in every run, on any machine. */
export function conformanceCases(): readonly Case[] {
  return [...goodCases(), ...archiveCases(), ...bagCases(), ...payloadCases(), ...ageCases()].toSorted(
    (a, b) => (a.file < b.file ? -1 : 1),
  );
}

/** Every file of the folder but its README, with its bytes. */
export function conformanceFiles(): ReadonlyMap<string, Buffer> {
  const cases = conformanceCases();
  const verdicts: readonly Verdict[] = cases.map(({ bytes: _bytes, ...verdict }) => verdict);
  return new Map([
    ...cases.map(({ file, bytes }) => [file, bytes] as const),
    [KEY_FILE, keyFile()],
    ['verdicts.json', Buffer.from(`${JSON.stringify(verdicts, null, 2)}\n`)],
  ]);
}

/** Writes the folder again, without what no case makes any more. The README stays. */
export function writeConformance(folder: string): number {
  for (const old of ['good', 'bad']) rmSync(join(folder, old), { recursive: true, force: true });
  const files = conformanceFiles();
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return files.size;
}
