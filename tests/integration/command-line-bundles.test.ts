import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareCipher } from '@main/bundle/age/cipher';
import { ageIdentityFromSeed } from '@main/bundle/age/age-keys';
import { generateIdentity } from '@main/bundle/keys';
import { annotate } from '@main/services/annotate';
import { listTrust, revokeKey } from '@main/services/trust';
import { getPaper } from '@main/store/papers';
import type { AnnotationId, PaperNumber, PersonId, Sha256 } from '@shared/model/ids';
import { ensureBuilt, referee } from '../support/built';
import { pack, resign, takeApart, remakeManifests, editJson } from '../support/craft-bundle';
import { answer, exportTo, importAll, makeOrganizer, SIM2SCIENCE, type Machine } from '../support/machine';
import { reviewOf } from '../support/refusal';
import { makeScene, type Scene } from '../support/scene';
import { listFiles } from '../support/store-state';
import { tempFolder } from '../support/temp';

beforeAll(ensureBuilt, 120_000);
beforeAll(prepareCipher);

const dataOf = (machine: Machine): string => join(machine.folder, 'data');

/** Ada's next export, after a change of her review. */
function makeSecond({ ada }: Scene): string {
  answer(ada, 7, 'summary', { kind: 'text', text: 'A careful reading of a very good paper.' });
  answer(ada, 7, 'overall', { kind: 'rating', value: 2 });
  const path = join(ada.folder, 'second.referee');
  exportTo(ada, path, [7], true);
  return path;
}

/** A review bundle of the scene signed again by somebody else's key. */
function signedByAnother(path: string, target: string): string {
  const parts = takeApart(path);
  const identity = generateIdentity();
  resign(parts, identity, ({ author }) => ({
    author: { ...author, fingerprint: identity.fingerprint, enrolment: null },
  }));
  return pack(target, parts);
}

interface Verdict {
  readonly code: string;
  readonly signer: string | null;
}

describe('bundle verify', () => {
  it('says of each signer how far it is to be believed, in words and by a code', () => {
    const scene = makeScene();
    const { organizer, ada, review, assignment } = scene;
    const store = ['--store', dataOf(organizer)];
    const verdict = (...args: readonly string[]): readonly [number | null, string, string | null] => {
      const { status, out } = referee(['bundle', 'verify', ...args, '--json']);
      const [row] = JSON.parse(out) as readonly [Verdict];
      return [status, row.code, row.signer];
    };
    expect(verdict(assignment)).toEqual([0, 'OK', 'SIGNER_FIRST']);
    expect(verdict(review)).toEqual([0, 'OK', 'SIGNER_NOT_JUDGED']);
    expect(verdict(review, ...store)).toEqual([0, 'OK', 'SIGNER_ENROLLED']);
    expect(verdict(assignment, ...store)).toEqual([0, 'OK', 'SIGNER_KNOWN']);
    expect(verdict(review, '--store', dataOf(ada))).toEqual([0, 'OK', 'SIGNER_KNOWN']);
    const stranger = signedByAnother(review, join(ada.folder, 'stranger.referee'));
    expect(verdict(stranger, ...store)).toEqual([1, 'SIGNER_UNKNOWN', 'SIGNER_UNKNOWN']);
    importAll(organizer, review);
    expect(verdict(review, ...store)).toEqual([0, 'OK', 'SIGNER_KNOWN']);
    expect(verdict(stranger, ...store)).toEqual([1, 'SIGNER_CHANGED', 'SIGNER_CHANGED']);
    const { status, err } = referee(['bundle', 'verify', stranger, ...store]);
    const venue = SIM2SCIENCE;
    const [key] = listTrust(organizer.deps, { venue }).filter(({ name }) => name === 'Ada Lindqvist');
    revokeKey(organizer.deps, {
      venue,
      person: key?.person as PersonId,
      fingerprint: ada.identity.fingerprint,
    });
    expect(verdict(review, ...store)).toEqual([1, 'SIGNER_REVOKED', 'SIGNER_REVOKED']);
    expect({ status, err }).toEqual({
      status: 1,
      err: expect.stringMatching(
        /SIGNER_CHANGED: .*another key than Ada Lindqvist used before.*read theirs aloud: (?:\d{5} ?){8}\n$/,
      ) as string,
    });
  });

  it('names a forgery as one', () => {
    const { ada, review } = makeScene();
    const parts = takeApart(review);
    editJson(parts, reviewOf(parts), (value) => ({
      ...value,
      latest: { ...(value['latest'] as object), state: 'draft' },
    }));
    remakeManifests(parts);
    const forged = pack(join(ada.folder, 'forged.referee'), parts);
    const { status, out, err } = referee(['bundle', 'verify', forged]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/forged\.referee: BUNDLE_FORGED: .*changed after it was signed/);
  });

  it('takes a folder or a pattern, tells each file and sums up, and ends with 1 when one is bad', () => {
    const { review, assignment } = makeScene();
    const folder = tempFolder();
    copyFileSync(review, join(folder, 'b.referee'));
    copyFileSync(assignment, join(folder, 'a.referee'));
    writeFileSync(join(folder, 'notes.txt'), 'no bundle');
    const good = referee(['bundle', 'verify', folder]);
    expect(good).toMatchObject({ status: 0, err: '' });
    expect(good.out).toMatch(/a\.referee: OK: .*\n.*b\.referee: OK: .*\nAll 2 bundles are good\.\n$/);
    writeFileSync(join(folder, 'c.referee'), readFileSync(review).subarray(0, 1000));
    const mixed = referee(['bundle', 'verify', join(folder, '?.referee')]);
    expect(mixed.status).toBe(1);
    expect(mixed.out).toMatch(/2 of 3 bundles are good; 1 is not\.\n$/);
    expect(mixed.err).toMatch(/c\.referee: BUNDLE_TRUNCATED/);
    const none = referee(['bundle', 'verify', tempFolder()]);
    expect({ status: none.status, err: none.err }).toEqual({
      status: 1,
      err: expect.stringContaining('names no bundle') as string,
    });
  });

  it('opens encrypted bundles with a store’s keys or a key file, and says so when nothing fits', () => {
    const { organizer, ada, review } = makeScene();
    const encrypted = join(ada.folder, 'ada.referee.age');
    exportTo(ada, encrypted, [7], true, true);
    expect(referee(['bundle', 'verify', encrypted])).toMatchObject({
      status: 1,
      err: expect.stringContaining('BUNDLE_ENCRYPTED_FOR_OTHERS') as string,
    });
    expect(referee(['bundle', 'verify', encrypted, '--store', dataOf(organizer)]).out).toContain('OK: ');
    const identity = ageIdentityFromSeed(Buffer.alloc(32, 7));
    const keyFile = join(ada.folder, 'key.txt');
    writeFileSync(keyFile, `# made for a test\n${identity.secretKey}\n`);
    const mine = join(ada.folder, 'mine.referee.age');
    expect(
      referee([
        'bundle',
        'convert',
        review,
        '--to',
        'encrypted',
        '--recipient',
        identity.recipient,
        '--out',
        mine,
      ]),
    ).toMatchObject({ status: 0, err: '' });
    expect(referee(['bundle', 'verify', mine, '--key', keyFile])).toMatchObject({ status: 0, err: '' });
    const back = join(ada.folder, 'back.referee');
    referee(['bundle', 'convert', mine, '--key', keyFile, '--to', 'plain', '--out', back]);
    expect(readFileSync(back)).toEqual(readFileSync(review));
    writeFileSync(keyFile, 'no key\n');
    expect(referee(['bundle', 'verify', mine, '--key', keyFile])).toMatchObject({
      status: 1,
      err: expect.stringMatching(/FILE_UNREADABLE: key\.txt is not a file of age keys/) as string,
    });
  });

  it('makes no store where there is none', () => {
    const { review } = makeScene();
    const gone = join(tempFolder(), 'gone');
    const { status, err } = referee(['bundle', 'verify', review, '--store', gone]);
    expect({ status, err }).toEqual({
      status: 1,
      err: expect.stringMatching(/There is no store in .*gone/) as string,
    });
    expect(existsSync(gone)).toBe(false);
  });
});

describe('bundle inspect', () => {
  it('tells all that a bundle says but the keys in it', () => {
    const { assignment } = makeScene();
    const { out } = referee(['bundle', 'inspect', assignment]);
    expect(out).toMatch(/for +Ada Lindqvist[^]*paper +7 +Title of paper, 7[^]*Invitation inside: yes/);
    expect(out).toMatch(
      /Review form\n[^]*People\n[^]*Ada Lindqvist\n[^]*Assignments\n[^]*Due: 2026-05-13, 23:59 AoE/,
    );
    const json = referee(['bundle', 'inspect', assignment, '--json']).out;
    expect(JSON.parse(json)).toMatchObject({ kind: 'assignment', contents: { hasInvitation: true } });
    for (const text of [out, json]) expect(text).not.toMatch(/PRIVATE KEY|AGE-SECRET-KEY/);
  });

  it('names fields, people and papers when an assignment bundle lends the words', () => {
    const { review, assignment } = makeScene();
    const plain = referee(['bundle', 'inspect', review]).out;
    expect(plain).toMatch(/Paper 7: review by p-[0-9a-f]{16}[^]* {4}overall: 4/);
    const named = referee(['bundle', 'inspect', review, '--venue-file', assignment]).out;
    expect(named).toMatch(
      /Paper 7, Title of paper, 7: review by Ada Lindqvist[^]* {4}Overall recommendation: 4: /,
    );
  });

  it('tells of marks on a paper, and a difference when one moves', () => {
    const { ada } = makeScene();
    const pdf = getPaper(ada.deps.stores.open(SIM2SCIENCE).db, 7 as PaperNumber)?.pdf.sha256 as Sha256;
    const exportMarked = (name: string, left: number): string => {
      annotate(ada.deps, {
        venue: SIM2SCIENCE,
        paper: 7 as PaperNumber,
        id: `a-${'7'.repeat(16)}` as AnnotationId,
        content: {
          kind: 'area',
          meaning: 'weakness',
          comment: 'The axis has no unit.',
          visibility: 'chairs',
          pdf,
          pages: [{ page: 1, quads: [[left, 700, 200, 700, left, 600, 200, 600]] }],
          pageLabel: null,
          quote: null,
        },
      });
      const path = join(ada.folder, name);
      exportTo(ada, path, [7], true);
      return path;
    };
    const [one, other] = [exportMarked('one.referee', 100), exportMarked('other.referee', 90)];
    expect(referee(['bundle', 'inspect', one]).out).toMatch(
      /Annotations\n {2}Paper 7: annotation by p-[^]*Meaning: weakness[^]*Comment: The axis has no unit\./,
    );
    expect(referee(['bundle', 'diff', one, other]).out).toMatch(/~ Paper 7: annotation by [^]*Sha256: \[-/);
  });

  it('writes out what could command a terminal', () => {
    const { ada } = makeScene();
    answer(ada, 7, 'summary', { kind: 'text', text: 'red \u001b[31m and \u202e turned' });
    const path = join(ada.folder, 'odd.referee');
    exportTo(ada, path, [7], true);
    for (const args of [
      ['inspect', path],
      ['inspect', path, '--json'],
      ['diff', path, join(ada.folder, 'ada.referee')],
    ]) {
      const { out, err } = referee(['bundle', ...args]);
      expect(out).toContain('turned');
      for (const sign of ['\u001b', '\u202e']) expect(out + err).not.toContain(sign);
    }
  });
});

describe('bundle diff', () => {
  it('tells word by word what changed in a review, and ends with 1', () => {
    const scene = makeScene();
    const second = makeSecond(scene);
    const { status, out, err } = referee([
      'bundle',
      'diff',
      scene.review,
      second,
      '--store',
      dataOf(scene.organizer),
    ]);
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toMatch(
      /--- ada\.referee: review bundle of Ada Lindqvist, number 1[^]*\+\+\+ second\.referee: .*number 2/,
    );
    expect(out).toMatch(/~ Paper 7, Title of paper, 7: review by Ada Lindqvist/);
    expect(out).toMatch(
      /Overall recommendation: \[-4: .*-\]\{\+2: .*\+\}|Overall recommendation: \[-4-\]\{\+2\+\}/,
    );
    expect(out).toMatch(
      /Summary: \[-a-\]\{\+A\+\} careful reading \[-word0 .*-\]\{\+of a very good paper\.\+\}/,
    );
    expect(out).not.toContain('\u001b[');
    expect(out).not.toContain('Soundness');
  });

  it('finds the same in a bundle and its encrypted copy, and ends with 0', () => {
    const { ada, review } = makeScene();
    const { recipient, secretKey } = ageIdentityFromSeed(Buffer.alloc(32, 9));
    const [copy, key] = [join(ada.folder, 'copy.referee.age'), join(ada.folder, 'key.txt')];
    writeFileSync(key, secretKey);
    referee(['bundle', 'convert', review, '--to', 'encrypted', '--recipient', recipient, '--out', copy]);
    const { status, out } = referee(['bundle', 'diff', review, copy, '--key', key]);
    expect({ status, out }).toEqual({
      status: 0,
      out: expect.stringMatching(/Both say the same\.\n$/) as string,
    });
  });

  it('names papers, people and assignments that came and went', () => {
    const { bundleOf } = makeOrganizer();
    const { out } = referee(['bundle', 'diff', bundleOf('Ada Lindqvist'), bundleOf('Bo Nakamura'), '--json']);
    const { sections } = JSON.parse(out) as {
      sections: readonly { title: string; items: readonly { kind: string; title: string }[] }[];
    };
    const lines = sections.flatMap(({ title, items }) =>
      items.map((item) => `${title}: ${item.kind} ${item.title}`),
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'People: removed Ada Lindqvist',
        'People: added Bo Nakamura',
        'Papers: added Paper 31, Title of paper, 31',
        'Assignments: added Bo Nakamura, reviewer: Paper 31, Title of paper, 31',
      ]),
    );
    expect(lines.filter((line) => line.startsWith('Papers: '))).toHaveLength(1);
  });

  it('ends with 2 when one of them cannot be used, so that it is no difference', () => {
    const { review } = makeScene();
    const { status, out, err } = referee(['bundle', 'diff', review, 'gone.referee']);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain('FILE_NOT_FOUND');
  });
});

describe('bundle extract', () => {
  it('writes a folder that sha256sum and openssl can check', () => {
    const { assignment } = makeScene();
    const folder = join(tempFolder(), 'new', 'mine');
    expect(referee(['bundle', 'extract', assignment, '--out', folder, '--tags'])).toMatchObject({
      status: 0,
      err: '',
    });
    const check = (command: string, ...args: readonly string[]): void => {
      execFileSync(command, args, { cwd: folder, stdio: 'pipe' });
    };
    check('sha256sum', '-c', '--strict', '--quiet', 'manifest-sha256.txt');
    check('sha256sum', '-c', '--strict', '--quiet', 'tagmanifest-sha256.txt');
    check(
      'openssl',
      ...'pkeyutl -verify -pubin -inkey signer.pem -rawin -in tagmanifest-sha256.txt -sigfile tagmanifest-sha256.txt.sig'.split(
        ' ',
      ),
    );
    expect(readdirSync(join(folder, '..'))).toEqual(['mine']);
    expect(statSync(join(folder, 'data', 'papers', '7', 'paper.pdf')).size).toBeGreaterThan(100);
  });

  it('leaves a folder that holds something as it is, and one that is damaged unmade', () => {
    const { ada, review } = makeScene();
    const full = tempFolder();
    writeFileSync(join(full, 'mine.txt'), 'mine');
    const before = listFiles(full);
    const { status, err } = referee(['bundle', 'extract', review, '--out', full]);
    expect({ status, err }).toEqual({
      status: 1,
      err: expect.stringMatching(/is not an empty folder\. Name/) as string,
    });
    expect(listFiles(full)).toEqual(before);
    const bad = join(ada.folder, 'bad.referee');
    const bytes = readFileSync(review);
    bytes[700] = (bytes[700] ?? 0) ^ 1;
    writeFileSync(bad, bytes);
    const parent = tempFolder();
    expect(referee(['bundle', 'extract', bad, '--out', join(parent, 'bad')]).status).toBe(1);
    expect(readdirSync(parent)).toEqual([]);
    mkdirSync(join(parent, 'empty'));
    expect(referee(['bundle', 'extract', review, '--out', join(parent, 'empty')]).status).toBe(0);
    expect(readdirSync(join(parent, 'empty'))).toEqual(['data']);
  });
});

describe('bundle convert', () => {
  it('makes a table for spreadsheets with the form’s labels', () => {
    const { organizer, review, assignment } = makeScene();
    const { out, status } = referee([
      'bundle',
      'convert',
      review,
      '--to',
      'csv',
      '--store',
      dataOf(organizer),
    ]);
    expect(status).toBe(0);
    const [row] = parse(out, { bom: true, columns: true }) as [Record<string, string>];
    expect(row).toMatchObject({
      paper: '7',
      title: 'Title of paper, 7',
      person: 'Ada Lindqvist',
      'Overall recommendation': '4',
    });
    const people = parse(referee(['bundle', 'convert', assignment, '--to', 'csv']).out, {
      bom: true,
      columns: true,
    });
    expect(people).toMatchObject([
      { paper: '7', name: 'Ada Lindqvist', role: 'reviewer', due: '2026-05-13' },
      { paper: '12' },
    ]);
  });

  it('keeps a formula from running in a spreadsheet', () => {
    const { ada } = makeScene();
    answer(ada, 7, 'summary', { kind: 'text', text: '=HYPERLINK("http://example.org")' });
    const path = join(ada.folder, 'formula.referee');
    exportTo(ada, path, [7], true);
    const { out } = referee(['bundle', 'convert', path, '--to', 'csv']);
    const [row] = parse(out, { bom: true, columns: true }) as [Record<string, string>];
    expect(row['summary']).toBe(`'=HYPERLINK("http://example.org")`);
  });

  it.each(['markdown', 'text', 'json'] as const)(
    'makes %s of a review, to standard output and to a file alike',
    (form) => {
      const { ada, review, assignment } = makeScene();
      const args = ['bundle', 'convert', review, '--to', form, '--venue-file', assignment];
      const { out, err, status } = referee(args);
      expect({ err, status }).toEqual({ err: '', status: 0 });
      expect(out).toMatch(/Overall recommendation/);
      expect(out).toMatch(/Title of paper, 7: review by Ada Lindqvist/);
      expect(out).toMatch(/a careful reading word0 word1/);
      const path = join(ada.folder, `reviews.${form}`);
      expect(referee([...args, '--out', path])).toMatchObject({ status: 0, err: '' });
      expect(readFileSync(path, 'utf8')).toBe(out);
    },
  );

  it('refuses the words of another venue', () => {
    const { ada, review } = makeScene();
    const venueFile = join(ada.folder, 'other.json');
    const venue = JSON.parse(referee(['venue', 'show', '--json']).out) as object;
    writeFileSync(venueFile, JSON.stringify({ ...venue, id: 'another-venue' }));
    const { status, err } = referee(['bundle', 'convert', review, '--to', 'text', '--venue-file', venueFile]);
    expect({ status, err }).toEqual({
      status: 1,
      err: expect.stringContaining('BUNDLE_WRONG_VENUE') as string,
    });
  });

  it.each<readonly [string, readonly string[], RegExp]>([
    ['encrypting for nobody', ['--to', 'encrypted', '--out', 'x'], /name whom for with --recipient/],
    [
      'a recipient that is none',
      ['--to', 'encrypted', '--recipient', 'ada', '--out', 'x'],
      /begins with age1/,
    ],
    ['a bundle to nowhere', ['--to', 'plain'], /name it with --out/],
    [
      'a form that is none',
      ['--to', 'docx'],
      /Allowed choices are json, csv, markdown, text, plain, encrypted/,
    ],
    ['no form', [], /required option '--to <form>'/],
  ])('is used wrongly: %s', (_what, args, sentence) => {
    const { status, out, err } = referee(['bundle', 'convert', 'x.referee', ...args]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(sentence);
  });
});

describe('commands that read', () => {
  it('write nothing anywhere, whatever they are given', () => {
    const { review, assignment } = makeScene();
    const [cwd, tmp, home] = [tempFolder(), tempFolder(), tempFolder()];
    for (const args of [
      ['verify', review, assignment],
      ['inspect', assignment],
      ['diff', review, review],
      ['convert', review, '--to', 'text', '--venue-file', assignment],
    ]) {
      expect(referee(['bundle', ...args], { TMPDIR: tmp, HOME: home }, cwd)).toMatchObject({
        status: 0,
        err: '',
      });
      expect([cwd, tmp, home].flatMap((folder) => readdirSync(folder))).toEqual([]);
    }
  });
});

describe('commands that read, with a store', () => {
  it('leave the store as it is, to the last file', () => {
    const { organizer, review, assignment } = makeScene();
    organizer.deps.stores.close();
    const before = listFiles(organizer.folder);
    for (const args of [
      ['verify', review],
      ['inspect', review],
      ['diff', review, review],
      ['convert', review, '--to', 'markdown'],
      ['verify', assignment],
    ]) {
      const { err } = referee(['bundle', ...args, '--store', dataOf(organizer)]);
      expect(err).toBe('');
      expect(listFiles(organizer.folder)).toEqual(before);
    }
  });
});

describe('bundles of chairs and organizers', () => {
  const golden = (name: string): string => resolve('tests/fixtures/bundles/v1', name);

  it('are told with what is inside them: received reviews, meta-reviews, settled conflicts', () => {
    const bundle = golden('consolidation.referee');
    const { status, out, err } = referee(['bundle', 'inspect', bundle]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(
      /Meta-reviews\n {2}Paper \d+[^]*Recommendation: [^]*Received bundles\n[^]*Received reviews\n/,
    );
    const rows = parse(referee(['bundle', 'convert', bundle, '--to', 'csv']).out, {
      bom: true,
      columns: true,
    }) as readonly Record<string, string>[];
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['review', 'meta-review']));
  });

  it('give the decisions as a table', () => {
    const rows = parse(referee(['bundle', 'convert', golden('decision.referee'), '--to', 'csv']).out, {
      bom: true,
      columns: true,
    }) as readonly Record<string, string>[];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row)).toContain('decision');
    expect(referee(['bundle', 'inspect', golden('decision.referee')]).out).toMatch(
      /Decisions\n {2}Paper \d+/,
    );
  });
});
