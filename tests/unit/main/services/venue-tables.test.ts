import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listAssignments } from '@main/store/assignments';
import { listPapers } from '@main/store/papers';
import { listPeople } from '@main/store/people';
import { SIM2SCIENCE } from '../../../support/machine';
import { expectRefusal, makeFiles, refusal } from '../../../support/venue-scene';

const PAPERS = 'number,title,abstract,keywords,topics,authors,pdf';
const ASSIGNMENTS = 'paper,email,name,role,due';
const ADA = '7,ada@example.org,Ada Lindqvist,reviewer,2026-05-13';
const PAPER = '7,A title,An abstract,one;two,sbi,Some Author <a@example.org>,p7.pdf';

const badPapers: readonly (readonly [string, string | Buffer, string])[] = [
  ['nothing in it', '', 'the file is empty'],
  ['a header only', `${PAPERS}\n`, 'it has no rows'],
  ['a column missing', 'number,title\n7,A title\n', 'the column "pdf" is missing'],
  ['a column twice', `${PAPERS},title\n`, 'two columns are called "title"'],
  [
    'semicolons for commas',
    `${PAPERS.replaceAll(',', ';')}\n7;A title;;;;;p7.pdf\n`,
    'separated by semicolons',
  ],
  ['tabs for commas', `${PAPERS.replaceAll(',', '\t')}\n7\tA title\t\t\t\t\tp7.pdf\n`, 'separated by tabs'],
  [
    'a number that is none',
    `${PAPERS}\n${PAPER}\nseven,T,,,,,p7.pdf\n`,
    'line 3: "seven" is not a paper number',
  ],
  ['a number in another notation', `${PAPERS}\n0x7,T,,,,,p7.pdf\n`, 'line 2: "0x7" is not a paper number'],
  ['a number with an exponent', `${PAPERS}\n1e1,T,,,,,p7.pdf\n`, 'line 2: "1e1" is not a paper number'],
  ['number zero', `${PAPERS}\n0,T,,,,,p7.pdf\n`, 'line 2: "0" is not a paper number'],
  ['a paper twice', `${PAPERS}\n${PAPER}\n${PAPER}\n`, 'line 3: paper 7 is there twice'],
  ['a title missing', `${PAPERS}\n7,,,,,,p7.pdf\n`, 'line 2: the title is missing'],
  ['a title without end', `${PAPERS}\n7,${'x'.repeat(501)},,,,,p7.pdf\n`, 'line 2: the title is longer than'],
  [
    'an abstract without end',
    `${PAPERS}\n7,T,${'x'.repeat(20_001)},,,,p7.pdf\n`,
    'line 2: the abstract is longer than',
  ],
  [
    'keywords without end',
    `${PAPERS}\n7,T,,${'k;'.repeat(51)},,,p7.pdf\n`,
    'line 2: there are more keywords than',
  ],
  [
    'a keyword without end',
    `${PAPERS}\n7,T,,${'k'.repeat(101)},,,p7.pdf\n`,
    'line 2: a keyword is longer than',
  ],
  [
    'an author without end',
    `${PAPERS}\n7,T,,,,${'a'.repeat(201)},p7.pdf\n`,
    'line 2: an author is longer than',
  ],
  ['a topic of another venue', `${PAPERS}\n7,T,,,biology,,p7.pdf\n`, 'line 2: "biology" is not a topic of'],
  [
    'a topic that is no id',
    `${PAPERS}\n7,T,,,Not An Id,,p7.pdf\n`,
    'line 2: "Not An Id" is not a list of topic ids',
  ],
  [
    'a PDF that is not there',
    `${PAPERS}\n7,T,,,,,gone.pdf\n`,
    'line 2: gone.pdf is not in the folder of PDFs',
  ],
  ['a PDF that is a folder', `${PAPERS}\n7,T,,,,,folder.pdf\n`, 'line 2: folder.pdf is not a PDF'],
  ['a PDF that is none', `${PAPERS}\n7,T,,,,,page.pdf\n`, 'line 2: page.pdf is not a PDF'],
  ['a PDF elsewhere', `${PAPERS}\n7,T,,,,,../p7.pdf\n`, 'line 2: "../p7.pdf" is not the name of a PDF'],
  ['a PDF called like the folder above', `${PAPERS}\n7,T,,,,,..\n`, 'line 2: ".." is not the name of a PDF'],
  ['a quote that is never closed', `${PAPERS}\n7,"T,,,,,p7.pdf\n`, 'line 2'],
  ['a cell too many', `${PAPERS}\n${PAPER},more\n`, 'line 2 has 8 cells, but the header has 7 columns'],
  ['bytes that are not UTF-8', Buffer.from(`${PAPERS}\n7,Größe,,,,,p7.pdf\n`, 'latin1'), 'is not UTF-8'],
  ['UTF-16', Buffer.from(`\ufeff${PAPERS}\n7,T,,,,,p7.pdf\n`, 'utf16le'), 'is not UTF-8'],
];

const badAssignments: readonly (readonly [string, string, string])[] = [
  ['nothing in it', '', 'the file is empty'],
  ['a column missing', 'paper,name\n7,Ada\n', 'the column "email" is missing'],
  [
    'a paper that is not there',
    `${ASSIGNMENTS}\n8,ada@example.org,Ada,,\n`,
    'line 2: there is no paper 8 in the papers table',
  ],
  ['an address that is none', `${ASSIGNMENTS}\n7,ada,Ada,,\n`, 'line 2: "ada" is not an e-mail address'],
  ['a name missing', `${ASSIGNMENTS}\n7,ada@example.org,,,\n`, 'line 2: the name is missing'],
  [
    'a name without end',
    `${ASSIGNMENTS}\n7,ada@example.org,${'a'.repeat(201)},,\n`,
    'line 2: the name is longer than',
  ],
  ['a role that is none', `${ASSIGNMENTS}\n7,ada@example.org,Ada,boss,\n`, 'line 2: "boss" is not a role'],
  [
    'a day that is none',
    `${ASSIGNMENTS}\n${ADA}\n7,bo@example.org,Bo,,2026-02-30\n`,
    'line 3: "2026-02-30" is not a day',
  ],
  [
    'a day as others write it',
    `${ASSIGNMENTS}\n7,ada@example.org,Ada,,13.05.2026\n`,
    'write it as 2026-05-13',
  ],
  [
    'an assignment twice',
    `${ASSIGNMENTS}\n${ADA}\n${ADA.replace('ada@', 'ADA@')}\n`,
    'line 3: ada@example.org has paper 7 as reviewer twice',
  ],
];

describe('a papers table is refused, and nothing written, with', () => {
  it.each(badPapers)('%s', (_what, papers, problem) => {
    const scene = makeFiles({ papers });
    writeFileSync(join(scene.files.pdfFolder, 'page.pdf'), '<html>');
    mkdirSync(join(scene.files.pdfFolder, 'folder.pdf'));
    expectRefusal(scene, 'TABLE_INVALID', 'papers.csv', problem);
  });

  it('every problem named at once, with its line', () => {
    const papers = `${PAPERS}\n7,,,,,,p7.pdf\n${PAPER}\nx,T,,,,,p7.pdf\n`;
    expect(refusal(makeFiles({ papers })).detail).toBe(
      'line 2: the title is missing\nline 4: "x" is not a paper number',
    );
  });

  it('the line on which a row begins, when cells before it hold line breaks', () => {
    const papers = `${PAPERS}\n7,"A\ntitle","An\n\nabstract",,,,p7.pdf\n8,"Two\nlines",,,biology,,p7.pdf\n`;
    expect(refusal(makeFiles({ papers })).detail).toMatch(/^line 6: "biology"/);
  });
});

describe('an assignments table is refused, and nothing written, with', () => {
  it.each(badAssignments)('%s', (_what, assignments, problem) => {
    expectRefusal(makeFiles({ assignments }), 'TABLE_INVALID', 'assignments.csv', problem);
  });
});

describe('tables as programs write them', () => {
  it.each([
    ['a byte-order mark', (text: string) => `\ufeff${text}`],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['no last line end', (text: string) => text.trimEnd()],
    ['empty lines', (text: string) => text.replaceAll('\n', '\n\n')],
    [
      'names of columns in capitals',
      (text: string) => text.replace(/^[^\n]*/, (header) => header.toUpperCase()),
    ],
    ['blanks around cells', (text: string) => text.replaceAll(/,(?! )/g, ' , ')],
  ])('are read with %s', (_what, change) => {
    const scene = makeFiles();
    for (const path of [scene.files.papersPath, scene.files.assignmentsPath]) {
      writeFileSync(
        path,
        change(readFileSync(path, 'utf8').replaceAll('"Title of paper, ', '"Title of paper ')),
      );
    }
    scene.create();
    const { db } = scene.machine.deps.stores.open(SIM2SCIENCE);
    expect(listPapers(db).map(({ number, title }) => [number, title])).toEqual(
      [7, 12, 31].map((n) => [n, `Title of paper ${n}`]),
    );
    expect(listAssignments(db)).toHaveLength(8);
  });

  it('keep commas, quotes and line breaks of a cell', () => {
    const { machine, create } = makeFiles({
      papers: `${PAPERS}\r\n7,"A ""quoted"", long title","First\r\nsecond",,,,p7.pdf\r\n`,
      assignments: `${ASSIGNMENTS}\n${ADA}\n`,
    });
    create();
    expect(listPapers(machine.deps.stores.open(SIM2SCIENCE).db)).toMatchObject([
      { title: 'A "quoted", long title', abstract: 'First\r\nsecond', keywords: [], topics: [], authors: [] },
    ]);
  });

  it('make one person of one address, whatever its case, with every role', () => {
    const { machine, create } = makeFiles({
      assignments: `${ASSIGNMENTS}\n${ADA}\n12,ADA@example.org,Ada Lindqvist,Chair,\n31,olga@example.org,Olga Marin,,\n`,
    });
    create();
    const people = listPeople(machine.deps.stores.open(SIM2SCIENCE).db);
    expect(people.map(({ name, email, roles }) => [name, email, roles])).toEqual([
      ['Ada Lindqvist', 'ada@example.org', ['reviewer', 'chair']],
      ['Olga Marin', 'olga@example.org', ['reviewer', 'organizer']],
    ]);
  });

  it('are read with every paper at the limits of the format', () => {
    const papers = `${PAPERS}\n9999999,${'t'.repeat(500)},${'a'.repeat(20_000)},${'k'.repeat(100)},sbi,${'n'.repeat(200)},p7.pdf\n`;
    const { machine, create } = makeFiles({
      papers,
      assignments: `${ASSIGNMENTS}\n9999999,ada@example.org,Ada,,\n`,
    });
    create();
    expect(listPapers(machine.deps.stores.open(SIM2SCIENCE).db)).toHaveLength(1);
  });
});
