import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePdf } from './pdf';

/** The files of a venue whose papers are still to be assigned. */
export interface UnassignedFiles {
  readonly papersPath: string;
  readonly pdfFolder: string;
  readonly reviewersPath: string;
  readonly bidsPath: string;
  /** A bid of everybody on everything, so contrary that the best total is not the fairest. */
  readonly wishesPath: string;
}

/** Subjects, each with the topic of the venue that it is about. */
const subjects = [
  ['sbi', 'neural posterior estimation for simulators'],
  ['emulators', 'gaussian process emulators of expensive models'],
  ['pipelines', 'calibration of digital twins against sensors'],
] as const;

/** The reviewers: two for each subject, and institutions that three of them share. */
const reviewers = [
  ['ada@one.edu', 'Ada Lindqvist', 'Institute One', 0],
  ['bo@two.edu', 'Bo Nakamura', 'Institute Two', 0],
  ['cy@three.edu', 'Cy Okafor', 'Institute One', 1],
  ['di@four.edu', 'Di Castro', 'Institute Four', 1],
  ['el@five.edu', 'El Haddad', 'Institute Five', 2],
  ['fay@six.edu', 'Fay Moreau', 'Institute One', 2],
] as const;

/** Six papers, two of each subject; paper 1 is by an author of four.edu. */
export function writeUnassignedFiles(folder: string): UnassignedFiles {
  const pdfFolder = join(folder, 'pdfs');
  mkdirSync(pdfFolder, { recursive: true });
  const papers = [1, 2, 3, 4, 5, 6].map((number) => {
    const [topic, subject] = subjects[(number - 1) % 3] ?? subjects[0];
    writeFileSync(join(pdfFolder, `p${number}.pdf`), makePdf(`Paper ${number}`));
    const mail = number === 1 ? 'w@cs.four.edu' : `w${number}@example.org`;
    return `${number},Paper ${number} on ${subject},We study ${subject}.,,${topic},Writer ${number} <${mail}>,p${number}.pdf`;
  });
  const rows = reviewers.map(([email, name, institution, subject]) => {
    const [topic, text] = subjects[subject];
    return `${email},${name},${institution},${topic};sbi,I work on ${text}.,1,3,`.replace(
      'sbi;sbi',
      'sbi;structure',
    );
  });
  const wishes = reviewers.flatMap(([email], index) =>
    [1, 2, 3, 4, 5, 6].map(
      (paper) => `${paper},${email},${['yes', 'maybe', 'no', 'maybe'][(paper * paper + index * 3) % 4]}`,
    ),
  );
  const bids = ['2,ada@one.edu,yes', '1,bo@two.edu,no', '3,el@five.edu,conflict'];
  const write = (name: string, header: string, lines: readonly string[]): string => {
    const path = join(folder, name);
    writeFileSync(path, `${header}\n${lines.join('\n')}\n`);
    return path;
  };
  return {
    pdfFolder,
    papersPath: write('papers.csv', 'number,title,abstract,keywords,topics,authors,pdf', papers),
    reviewersPath: write('reviewers.csv', 'email,name,institution,topics,expertise,min,max,conflicts', rows),
    bidsPath: write('bids.csv', 'paper,email,bid', bids),
    wishesPath: write('wishes.csv', 'paper,email,bid', wishes),
  };
}
