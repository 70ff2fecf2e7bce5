import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, referee, type Ended } from '../support/built';
import { makeScene } from '../support/scene';
import { tempFolder } from '../support/temp';

beforeAll(ensureBuilt, 120_000);

describe('a command that is refused', () => {
  it.each<readonly [string, (scene: ReturnType<typeof makeScene>) => readonly string[], RegExp]>([
    [
      'a file that is not there',
      () => ['bundle', 'verify', 'gone.referee'],
      /gone\.referee.*FILE_NOT_FOUND.*Check the file/,
    ],
    [
      'a file that is no bundle',
      () => ['bundle', 'inspect', resolve('package.json')],
      /package\.json is not a Referee bundle\. Choose/,
    ],
    [
      'a bundle for somebody else',
      ({ organizer, ada }) => [
        'bundle',
        'import',
        join(organizer.folder, 'out', 'sim2science-2026-bo-nakamura.referee'),
        '--store',
        join(ada.folder, 'data'),
      ],
      /bo-nakamura\.referee.*is for Bo Nakamura.*Ask for/,
    ],
    [
      'a store without a venue',
      ({ ada }) => ['review', 'list', '--store', join(ada.folder, 'empty')],
      /no venue yet\. Import an assignment bundle first/,
    ],
    [
      'a review that is not complete',
      ({ ada }) => ['review', 'ready', '12', '--store', join(ada.folder, 'data')],
      /review of paper 12 is not complete: .*missing/,
    ],
    [
      'a score beyond the scale',
      ({ ada }) => ['review', 'set', '7', 'overall', '99', '--store', join(ada.folder, 'data')],
      /99 is not on the scale/,
    ],
    [
      'a score that is no number',
      ({ ada }) => ['review', 'set', '7', 'overall', 'good', '--store', join(ada.folder, 'data')],
      /"good" is not an answer to .*See: referee review set --help/,
    ],
    [
      'a field that is not there',
      ({ ada }) => ['review', 'set', '7', 'mood', '4', '--store', join(ada.folder, 'data')],
      /no field mood\. It has: .*summary/,
    ],
    [
      'a text file that is not there',
      ({ ada }) => [
        'review',
        'set',
        '7',
        'summary',
        '--file',
        '/gone.md',
        '--store',
        join(ada.folder, 'data'),
      ],
      /\/gone\.md cannot be read\. Check/,
    ],
    [
      'a paper that is not mine',
      ({ ada }) => ['review', 'show', '31', '--store', join(ada.folder, 'data')],
      /Paper 31 is not one of yours/,
    ],
    [
      'nothing that is ready',
      ({ ada }) => [
        'review',
        'export',
        '--paper',
        '12',
        '--store',
        join(ada.folder, 'data'),
        '--out',
        join(ada.folder, 'x.referee'),
      ],
      /None of the chosen reviews is ready\. Mark one ready/,
    ],
    [
      'a table for a reviewer',
      ({ ada }) => ['table', '--store', join(ada.folder, 'data')],
      /Only chairs and organizers/,
    ],
    [
      'a table of papers that is not there',
      ({ ada }) => [
        'assignment',
        'export',
        '--store',
        join(ada.folder, 'new'),
        '--out',
        join(ada.folder, 'o'),
        '--papers',
        '/gone.csv',
        '--pdfs',
        '/',
        '--assignments',
        '/gone.csv',
        '--organizer',
        'O <o@example.org>',
      ],
      /gone\.csv cannot be read/,
    ],
  ])('says why in one sentence, and ends with 1: %s', (_what, argsOf, sentence) => {
    const { status, out, err } = referee([...argsOf(makeScene()), '--json']);
    expect(status).toBe(1);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/\n\s+at |Error:|ENOENT:/);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.stringify(JSON.parse(out))).toMatch(/"(?:code|error)":/);
  });

  it('says nothing on standard output, where nothing was found', () => {
    const { status, out, err } = referee(['bundle', 'verify', 'gone.referee']);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/^gone\.referee: FILE_NOT_FOUND: /);
  });

  it('imports what is good all the same, names the rest, and ends with 1', () => {
    const { organizer, review } = makeScene();
    const bad = join(organizer.folder, 'bad.referee');
    writeFileSync(bad, readFileSync(review).subarray(0, 2_000));
    const store = join(organizer.folder, 'data');
    const { status, out, err } = referee(['bundle', 'import', bad, review, '--store', store]);
    expect(status).toBe(1);
    expect(out).toMatch(/^ada\.referee: added: .*\n$/);
    expect(err).toMatch(/^bad\.referee: refused: bad\.referee is incomplete.*\n$/);
  });
});

describe('a command that is used wrongly', () => {
  it.each<readonly [string, readonly string[], RegExp]>([
    ['nothing at all', [], /Usage: referee/],
    ['a command that is none', ['bundel'], /unknown command 'bundel'/],
    ['a part of a command', ['bundle'], /Usage: referee bundle/],
    ['an option that is none', ['bundle', 'verify', 'x', '--quickly'], /unknown option '--quickly'/],
    ['an argument missing', ['bundle', 'verify'], /missing required argument 'file'/],
    ['a store missing', ['review', 'list'], /required option '--store <folder>'/],
    [
      'a paper that is no number',
      ['review', 'show', 'seven', '--store', 'x'],
      /A paper is named by its number/,
    ],
    [
      'a chosen paper that is no number',
      ['review', 'export', '--paper', 'seven', '--store', 'x', '--out', 'y'],
      /A paper is named by its number/,
    ],
    [
      'a field that cannot be one',
      ['review', 'set', '7', 'Overall!', '4', '--store', 'x'],
      /A field is named by its id/,
    ],
    [
      'an organizer without an address',
      ['assignment', 'export', '--store', 'x', '--out', 'y', '--organizer', 'Olga'],
      /Write it as "Name <mail>"/,
    ],
    [
      'half of what a venue needs',
      ['assignment', 'export', '--store', 'x', '--out', 'y', '--papers', 'p.csv'],
      /give --papers, --pdfs and --organizer together/,
    ],
  ])('says how on standard error, and ends with 2: %s', (_what, args, sentence) => {
    const folder = tempFolder();
    const { status, out, err } = referee(args, {}, folder);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('--help', () => {
  const help = (...command: string[]): Ended => referee([...command, '--help']);

  it('teaches: what a store is, examples that are commands, what the exit status means', () => {
    const { status, out } = help();
    expect(status).toBe(0);
    expect(out).toMatch(
      /A store is a folder[^]*Examples:\n(?: {2}referee .*\n){3,}[^]*Exit status: 0 done, 1 refused or failed.*2 wrong usage/,
    );
    const examples = [...out.matchAll(/^ {2}referee ((?:[a-z][a-z-]* )+)/gm)].map(([, words]) =>
      String(words)
        .split(' ')
        .filter((word) => word !== '')
        .slice(0, 2),
    );
    expect(examples.length).toBeGreaterThan(3);
    for (const command of examples)
      expect(help(...command).out).toContain(`Usage: referee ${command.join(' ')}`);
  });

  it.each([
    ['bundle', 'import'],
    ['review', 'set'],
    ['review', 'export'],
    ['assignment', 'export'],
    ['table'],
    ['sample', 'build'],
  ])('describes every argument and option of %s %s', (...command) => {
    const { status, out } = help(...command.filter((word) => word !== undefined));
    expect(status).toBe(0);
    const options = out.split('\n').filter((line) => /^ {2}(?:--|-h)/.test(line));
    expect(options.length).toBeGreaterThan(2);
    for (const line of options) expect(line).toMatch(/^ {2}\S.*? {2,}\S|^ {2}-.*>$/);
  });
});
