import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Venue } from '@shared/model/venue';
import { ensureBuilt, referee } from '../support/built';
import { keepInFile } from '../support/keys';
import { makeScene } from '../support/scene';
import { listFiles } from '../support/store-state';
import { tempFolder } from '../support/temp';
import { writeVenueFiles } from '../support/venue-files';

beforeAll(ensureBuilt, 120_000);

/** Runs a command that must be done without a word on standard error; answers what it said. */
function done(...args: readonly string[]): string {
  const { status, out, err } = referee(args);
  expect({ args, status, err }).toEqual({ args, status: 0, err: '' });
  return out;
}

const json = (...args: readonly string[]): unknown => JSON.parse(done(...args, '--json'));

/** The commands that fill every required field of a review, as a person would type them. */
function answersOf(venue: Venue): string[][] {
  return venue.form.fields
    .filter((field) => field.isRequired)
    .map((field) => {
      switch (field.kind) {
        case 'text':
          return [field.id, '--text', `A careful reading. ${'word '.repeat(field.minWords ?? 3)}`];
        case 'rating':
          return [field.id, String(field.scale[1]?.value)];
        case 'choice':
          return [field.id, String(field.options[0]?.id)];
        case 'topics':
          return [field.id, 'sbi:primary:3,emulators:secondary:2'];
        case 'flag':
          return [field.id, 'no'];
      }
    });
}

describe('the command line alone', () => {
  it('makes the whole round trip', { timeout: 60_000 }, () => {
    const folder = tempFolder();
    const [organizer, ada, out] = ['organizer', 'ada', 'out'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const files = writeVenueFiles(folder);
    const given = [
      '--papers',
      files.papersPath,
      '--pdfs',
      files.pdfFolder,
      '--assignments',
      files.assignmentsPath,
    ];
    done(
      'assignment',
      'export',
      '--store',
      organizer,
      '--out',
      out,
      ...given,
      '--organizer',
      'Olga Marin <olga@example.org>',
    );
    expect(readdirSync(out)).toHaveLength(3);
    const mine = join(out, 'sim2science-2026-ada-lindqvist.referee');

    expect(done('bundle', 'verify', mine)).toContain(
      'OK: an assignment bundle of Olga Marin, whole and signed',
    );
    expect(done('bundle', 'inspect', mine)).toMatch(
      /for +Ada Lindqvist[^]*due +2026-05-13, 23:59 AoE[^]*paper +7 +Title of paper, 7/,
    );
    expect(done('bundle', 'import', mine, '--store', ada)).toContain('added');
    expect(done('bundle', 'import', mine, '--store', ada)).toContain('already');

    const venue = json('venue', 'show', '--store', ada) as Venue;
    expect(done('venue', 'show', '--store', ada)).toContain(
      '15 May 2026, 23:59 AoE (16 May 2026, 20:59 here), in ',
    );
    for (const [field, ...value] of answersOf(venue))
      done('review', 'set', '7', String(field), ...value, '--store', ada);
    expect(done('review', 'list', '--store', ada)).toMatch(/7 +draft +Title of paper, 7\n +12 +not-started/);
    expect(done('review', 'ready', '7', '--store', ada)).toContain('Paper 7: ready');
    const reviews = join(folder, 'ada.referee');
    expect(done('review', 'export', '--store', ada, '--out', reviews)).toContain(
      'reviews of 7; left out, not ready: 12',
    );

    expect(done('bundle', 'import', reviews, '--store', organizer)).toContain(
      'Ada Lindqvist: 1 review added',
    );
    const rows = parse(done('table', '--store', organizer, '--csv'), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({
      paper: '7',
      reviewer: 'Ada Lindqvist',
      state: 'ready',
      overall: '2',
      topics: 'sbi (primary, 3); emulators (secondary, 2)',
    });
    expect(rows.filter((row) => row['state'] === 'missing')).toHaveLength(4);
  });
});

describe('--json', () => {
  it('after any command answers in JSON', { timeout: 60_000 }, () => {
    const { organizer, ada, assignment, review } = makeScene();
    for (const { folder, identity } of [organizer, ada]) {
      keepInFile(join(folder, 'data'), identity);
    }
    const mine = ['--store', join(ada.folder, 'data')];
    const theirs = ['--store', join(organizer.folder, 'data')];
    const commands: readonly (readonly string[])[] = [
      ['venue', 'show'],
      ['venue', 'show', ...mine],
      ['review', 'list', ...mine],
      ['review', 'show', '7', ...mine],
      ['review', 'set', '7', 'overall', '3', ...mine],
      ['review', 'clear', '7', 'ethics', ...mine],
      ['review', 'take-back', '7', ...mine],
      ['review', 'ready', '7', ...mine],
      ['review', 'export', '--out', join(ada.folder, 'second.referee'), ...mine],
      ['bundle', 'verify', review, assignment],
      ['bundle', 'inspect', review, ...theirs],
      ['bundle', 'import', review, ...theirs],
      ['bundle', 'held', ...theirs],
      ['table', ...theirs],
      ['table', '--out', join(organizer.folder, 'table.csv'), ...theirs],
      ['assignment', 'export', '--out', join(organizer.folder, 'again'), ...theirs],
    ];
    for (const command of commands) expect(json(...command)).toBeTypeOf('object');
    expect(JSON.parse(referee(['--json', 'venue', 'show']).out)).toMatchObject({ id: 'sim2science-2026' });
    expect(json('review', 'show', '7', ...mine)).toMatchObject({
      status: 'exported',
      answers: { overall: { kind: 'rating', value: 3 } },
    });
  });
});

describe('checking a bundle', () => {
  it('writes nothing anywhere', () => {
    const { review } = makeScene();
    const [cwd, tmp, home] = [tempFolder(), tempFolder(), tempFolder()];
    const { status } = referee(['bundle', 'verify', review], { TMPDIR: tmp, HOME: home }, cwd);
    expect(status).toBe(0);
    expect([cwd, tmp, home].flatMap((folder) => readdirSync(folder))).toEqual([]);
  });
});

describe('the sample', () => {
  it('has the same bytes every time, in every time zone and language', { timeout: 60_000 }, () => {
    const folder = tempFolder();
    const places = [
      { TZ: 'Pacific/Kiritimati', LANG: 'C' },
      { TZ: 'UTC', LANG: 'de_DE.UTF-8', REFEREE_CLOCK: '2031-01-01T00:00:00Z' },
      { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', REFEREE_CLOCK: '2001-07-01T23:30:00Z' },
    ];
    const made = places.map((env, index) => {
      const out = join(folder, String(index));
      expect(referee(['sample', 'build', '--out', out], env)).toMatchObject({ status: 0, err: '' });
      return Object.fromEntries(Object.entries(listFiles(out)).filter(([name]) => name.endsWith('.referee')));
    });
    expect(Object.keys(made[0] ?? {}).length).toBeGreaterThan(5);
    expect(made[1]).toEqual(made[0]);
    expect(made[2]).toEqual(made[0]);
  });

  it('is refused in a folder that holds one, which stays as it was', () => {
    const out = join(tempFolder(), 'sample');
    done('sample', 'build', '--out', out);
    const before = listFiles(out);
    expect(referee(['sample', 'build', '--out', out]).status).toBe(1);
    expect(listFiles(out)).toEqual(before);
  });
});

describe('a disk that takes less than it was given', () => {
  it('leaves no PDF that is cut off, and no venue', () => {
    const { machine, assignment } = bigBundle();
    // A limit on the size of files: the system takes the first part of a write, as a disk does that is nearly full.
    const script = `ulimit -f 512; exec "$0" "$@"`;
    const args = [
      process.execPath,
      resolve('out/main/cli.js'),
      'bundle',
      'import',
      assignment,
      '--store',
      join(machine, 'data'),
    ];
    let message = 'imported';
    try {
      execFileSync('bash', ['-c', script, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    } catch (error) {
      message = (error as { stderr: string }).stderr;
    }
    expect(message).toContain(`${basename(assignment)} was not imported: the disk refused to write to`);
    expect(listFiles(join(machine, 'data'))).toEqual({});
  });

  /** A bundle with a PDF of 2 MB, and a folder to import it into. */
  function bigBundle(): { readonly machine: string; readonly assignment: string } {
    const folder = tempFolder();
    const files = writeVenueFiles(folder);
    writeFileSync(
      join(files.pdfFolder, 'p7.pdf'),
      Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(700_000, 'x')]),
    );
    const given = [
      '--papers',
      files.papersPath,
      '--pdfs',
      files.pdfFolder,
      '--assignments',
      files.assignmentsPath,
    ];
    done(
      'assignment',
      'export',
      '--store',
      join(folder, 'o'),
      '--out',
      join(folder, 'out'),
      ...given,
      '--organizer',
      'O M <olga@example.org>',
    );
    const machine = join(folder, 'machine');
    mkdirSync(machine);
    expect(existsSync(join(machine, 'data'))).toBe(false);
    return { machine, assignment: join(folder, 'out', 'sim2science-2026-ada-lindqvist.referee') };
  }
});
